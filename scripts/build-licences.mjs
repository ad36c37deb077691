/**
 * The licence of every component the application ships, read off the installed packages: `out/resources/licences.json`.
 * What ships is package.json's `dependencies`, all they need, and Electron. A component without a licence stops the build.
 */
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot, readJson } from './lib/paths.mjs';

const MODULES = path.join(projectRoot, 'node_modules');

export function buildLicences(outFile) {
  const shipped = new Map();
  const { dependencies } = readJson(path.join(projectRoot, 'package.json'));
  for (const name of Object.keys(dependencies)) collect(name, MODULES, shipped);
  add(path.join(MODULES, 'electron'), shipped);
  const licences = [...shipped.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  fs.mkdirSync(path.dirname(outFile), { recursive: true });
  fs.writeFileSync(outFile, JSON.stringify(licences));
  return licences;
}

/** A package is found where Node finds it: nested first, then upwards. */
function collect(name, from, shipped) {
  const folder = [path.join(from, 'node_modules', name), path.join(MODULES, name)].find((candidate) =>
    fs.existsSync(path.join(candidate, 'package.json')),
  );
  // An optional peer that is not installed does not ship.
  if (folder === undefined || shipped.has(folder)) return;
  for (const needed of Object.keys(add(folder, shipped).dependencies ?? {})) collect(needed, folder, shipped);
}

function add(folder, shipped) {
  const manifest = readJson(path.join(folder, 'package.json'));
  const licence = typeof manifest.license === 'string' ? manifest.license : manifest.license?.type;
  if (!licence) throw new Error(`${manifest.name} has no licence: it cannot ship.`);
  shipped.set(folder, { name: manifest.name, version: manifest.version, licence, text: licenceText(folder) });
  return manifest;
}

function licenceText(folder) {
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e(?:[.-].*)?$/i.test(name));
  return file === undefined ? '' : fs.readFileSync(path.join(folder, file), 'utf8').trim();
}

if (process.argv[1] === import.meta.filename) {
  const licences = buildLicences(path.join(projectRoot, 'out', 'resources', 'licences.json'));
  console.error(`${licences.length} licences`);
}

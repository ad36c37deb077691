/** `npm run bench [-- employers [--n 500000,3000000] [--json] exposure import [--n 2000000] start lag map case-files note-search guard portfolio meeting copies drag]`: each bench prints its table; without names, all of them. */
import { benchCaseFiles } from './case-files.bench.ts';
import { benchCopies } from './copies.bench.ts';
import { benchDrag } from './drag.bench.ts';
import { benchEmployers } from './employers.bench.ts';
import { benchExposure } from './exposure.bench.ts';
import { benchGuard } from './guard.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchLag } from './lag.bench.ts';
import { benchMap } from './map.bench.ts';
import { benchMeeting } from './meeting.bench.ts';
import { benchNoteSearch } from './note-search.bench.ts';
import { benchPortfolio } from './portfolio.bench.ts';
import { printMachine } from './report.ts';
import { benchStart } from './start.bench.ts';

const BENCHES = {
  employers: benchEmployers,
  exposure: benchExposure,
  import: benchImport,
  start: benchStart,
  lag: benchLag,
  map: benchMap,
  'case-files': benchCaseFiles,
  'note-search': benchNoteSearch,
  guard: benchGuard,
  portfolio: benchPortfolio,
  meeting: benchMeeting,
  copies: benchCopies,
  drag: benchDrag,
} as const;

const { names: asked, employers, drag } = options(process.argv.slice(2));
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`no bench ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
if (!employers.isJson) printMachine();
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  if (name === 'employers') await benchEmployers(employers);
  else if (name === 'import') await benchImport(employers.sizes?.[0]);
  else if (name === 'drag') await benchDrag(drag);
  else await bench();
}

/** Names of benches, `--n` for those of the employers, the import and the radius, `--json` for the one of the employers. */
function options(args: readonly string[]) {
  const at = args.indexOf('--n');
  const sizes = at < 0 ? undefined : (args[at + 1] ?? '').split(',').map(Number);
  return {
    names: args.filter((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1)),
    drag: sizes?.[0] === undefined ? {} : { count: sizes[0] },
    employers: { isJson: args.includes('--json'), ...(sizes === undefined ? {} : { sizes }) },
  };
}

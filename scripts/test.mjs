/**
 * `npm test`: everything, from any clone. `npm test -- unit e2e` runs these parts, `npm test -- unit -- -t "a title"`
 * hands the rest to their runner, `npm test -- --list` names the parts.
 *
 * VAV_SHARED names a folder of real data sets; suites that need it say so when it is not there.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { electronEnv } from './lib/display.mjs';
import { projectRoot } from './lib/paths.mjs';
import { provisionElectron } from './lib/provision.mjs';
import { duration, runMain } from './lib/report.mjs';
import { stopOnSignals } from './lib/run-tool.mjs';
import { testParts } from './lib/test-parts.mjs';
import { sumCounts, totalLine } from './lib/test-reports.mjs';

await runMain(async () => {
  const { names, runnerArgs } = readArguments(process.argv.slice(2));
  if (names.includes('--list')) {
    for (const part of testParts) print(`${part.name.padEnd(12)} ${part.title}`);
    return 0;
  }
  const unknown = names.filter((name) => !testParts.some((part) => part.name === name));
  if (unknown.length > 0) {
    print(`No such part: ${unknown.join(', ')}. There are: ${testParts.map((part) => part.name).join(', ')}`);
    return 2;
  }
  stopOnSignals();
  const parts = testParts.filter((part) => names.length === 0 || names.includes(part.name));
  const { exe, version, kind } = await provisionElectron();
  print(`Electron ${version} (${kind}), Node ${process.versions.node}`);
  const reportsDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-reports-'));
  const sharedData = path.resolve(projectRoot, process.env.VAV_SHARED ?? '../shared');
  const env = { ...electronEnv(exe), VAV_SHARED: sharedData };
  try {
    return await runParts(parts, { exe, env, reportsDir, runnerArgs });
  } finally {
    fs.rmSync(reportsDir, { recursive: true, force: true });
  }
});

/** `unit contract -- -t title` → the parts, and what their runner is told. */
function readArguments(args) {
  const rest = args.indexOf('--');
  return rest < 0 ? { names: args, runnerArgs: [] } : { names: args.slice(0, rest), runnerArgs: args.slice(rest + 1) };
}

async function runParts(parts, context) {
  const outcomes = [];
  for (const together of groups(parts)) {
    outcomes.push(...(await Promise.all(together.map((part) => runPart(part, context)))));
  }
  print(`\n${outcomes.map((outcome) => outcome.summary).join('\n')}\n`);
  print(totalLine(sumCounts(outcomes.map((outcome) => outcome.counts))));
  return outcomes.every((outcome) => outcome.ok) ? 0 : 1;
}

/** The tools that only say yes or no use one core each, and run side by side; everything else runs alone. */
function groups(parts) {
  const checks = parts.filter((part) => part.isCheck);
  const others = parts.filter((part) => !part.isCheck).map((part) => [part]);
  return checks.length === 0 ? others : [checks, ...others];
}

async function runPart(part, context) {
  print(`\n── ${part.name}: ${part.title}`);
  const start = performance.now();
  const outcome = await part.run(context);
  if (!outcome.ok && outcome.output) print(outcome.output);
  const time = duration(performance.now() - start);
  const summary = `${outcome.ok ? '✔' : '✘'} ${part.name.padEnd(12)} ${time.padStart(8)}  ${outcome.line}`;
  print(summary);
  return { ...outcome, summary };
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

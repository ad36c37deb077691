/**
 * The parts of `npm test`, in the order in which a failure is cheapest to learn. Each takes the context of the run and
 * answers `{ ok, counts, line }`: whether it passed, how many tests that makes, and its runner's closing line.
 */
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { currentMachine, electronEnv, withDisplay, withDisplays } from './display.mjs';
import { projectNode, projectRoot, readJson, toolEnv, toolScript } from './paths.mjs';
import { runTool } from './run-tool.mjs';
import { runAsNobody } from './sandbox-user.mjs';
import { closingLine, judge, playwrightCounts, ranWithTag, vitestCounts } from './test-reports.mjs';

const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

/** Two keep two cores busy; more would make each of them slow. */
const APPLICATIONS_AT_A_TIME = 2;

/** Chromium's own sandbox cannot start for root: the tests that need it then have a pass of their own. */
const needsOtherUser = process.platform === 'linux' && process.getuid?.() === 0;

export const testParts = [
  check('types', 'TypeScript, tests included', ['typescript', 'bin/tsc', '--noEmit', '-p', '.'], /error TS/),
  check('lint', 'ESLint', ['eslint', 'bin/eslint.js', '.', '--max-warnings', '0'], /problem/),
  check('format', 'Prettier', ['prettier', 'bin/prettier.cjs', '--check', '.']),
  check('rules', 'who may import whom', [
    ...['dependency-cruiser', 'bin/dependency-cruiser.mjs'],
    ...['--config', '.dependency-cruiser.cjs', 'src'],
  ]),
  { name: 'build', title: 'out/ from the sources', run: build },
  vitest('unit', 'pure rules'),
  vitest('contract', 'every call, every import rule'),
  vitest('integration', 'real databases, workers and processes'),
  vitest('golden', 'answers recorded over the fixture files'),
  vitest('security', 'what must not be possible'),
  { name: 'e2e', title: 'the application in the real Electron', run: endToEnd },
  ...(needsOtherUser ? [{ name: 'sandbox', title: 'the same, sandboxed, as another user', run: sandboxed }] : []),
];

/**
 * A tool that says yes or no. It counts as no test; a no counts as one failure, so that the total shows it.
 * `complaint` finds the line that sums up a no.
 */
function check(name, title, [packageName, file, ...args], complaint) {
  const run = async () => {
    const command = [toolScript(packageName, file), ...args];
    const { exitCode, output } = await runTool(projectNode(), command, { env: toolEnv(), quiet: true });
    if (exitCode === 0) return { ok: true, counts: NO_TESTS, line: closingLine(output) || 'no complaint' };
    return { ok: false, counts: { ...NO_TESTS, failed: 1 }, line: closingLine(output, complaint), output };
  };
  return { name, title, run, isCheck: true };
}

async function build() {
  try {
    const built = await ensureBuild();
    return { ok: true, counts: NO_TESTS, line: built ? 'built' : 'out/ is up to date' };
  } catch (error) {
    return { ok: false, counts: { ...NO_TESTS, failed: 1 }, line: error.message };
  }
}

function vitest(name, title) {
  const run = async ({ env, reportsDir, runnerArgs }) => {
    const report = path.join(reportsDir, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = [toolScript('vitest', 'vitest.mjs'), 'run', '--project', name, ...reporters, ...runnerArgs];
    // Vitest colours even what goes to a file; Playwright does not, and would warn of this variable.
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
    const { exitCode, output } = await runTool(projectNode(), args, { env: toolEnv({ ...env, ...plain }) });
    const counts = vitestCounts(readJson(report));
    const verdict = judge({ exitCode, counts });
    return { ...verdict, line: verdict.note || closingLine(output, /^\s*Tests\s/) };
  };
  return { name, title, run };
}

async function endToEnd(context) {
  const prepared = await build();
  if (!prepared.ok) return { ...prepared, line: 'not run: there is no build' };
  return withDisplays(APPLICATIONS_AT_A_TIME, async (displayEnv) => {
    const machine = currentMachine({ ...process.env, ...displayEnv });
    const report = path.join(context.reportsDir, 'e2e.json');
    const env = toolEnv({
      ...context.env,
      ...displayEnv,
      ...electronEnv(context.exe, machine),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    const selection = needsOtherUser ? ['--grep-invert', '@sandbox'] : [];
    const args = [...playwright(), ...selection, ...context.runnerArgs];
    const { exitCode, output } = await runTool(projectNode(), args, { env });
    return withAxe(judgePlaywright(exitCode, output, readJson(report)), readJson(report), context);
  });
}

async function sandboxed(context) {
  const prepared = await build();
  if (!prepared.ok) return { ...prepared, line: 'not run: there is no build' };
  return withDisplay(async (displayEnv) => {
    const args = [...playwright(), '--grep', '@sandbox|@everywhere', ...context.runnerArgs];
    const { exitCode, output, report } = await runAsNobody(args, { ...context, displayEnv });
    return judgePlaywright(exitCode, output, report);
  });
}

/** Relative to the project: the sandboxed pass runs in a copy of it. */
function playwright() {
  const cli = path.relative(projectRoot, toolScript('@playwright/test', 'cli.js'));
  return [cli, 'test', '--reporter=list,json'];
}

function judgePlaywright(exitCode, output, report) {
  const verdict = judge({ exitCode, counts: playwrightCounts(report) });
  return { ...verdict, line: verdict.note || closingLine(output, /^\s*\d+ (passed|failed|skipped|flaky)/) };
}

/** Accessibility is checked inside the journeys: a whole run without such a check has lost them. */
function withAxe(outcome, report, { runnerArgs }) {
  const checks = ranWithTag(report, 'axe');
  const line = `${outcome.line}; axe: ${checks} checks`;
  if (checks > 0 || runnerArgs.length > 0) return { ...outcome, line };
  const failed = Math.max(1, outcome.counts.failed);
  return { ok: false, counts: { ...outcome.counts, failed }, line: `${line}: tests tagged @axe must run` };
}

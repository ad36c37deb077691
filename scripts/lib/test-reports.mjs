/** Reads what the runners wrote: how many tests ran, and how they ended. Pure, so that it is tested itself. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** From Vitest's JSON reporter. @returns {Counts} */
export function vitestCounts(report) {
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** From Playwright's JSON reporter. A flaky test failed once: that is a failure. @returns {Counts} */
export function playwrightCounts(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** How many tests bearing a tag (without its @) ran in a Playwright report. */
export function ranWithTag(report, tag) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  return (report?.suites ?? [])
    .flatMap(specsOf)
    .filter((spec) => spec.tags?.includes(tag) || spec.title.includes(`@${tag}`))
    .filter((spec) => spec.tests.some((test) => test.status !== 'skipped')).length;
}

/** The last line of what a runner printed that says how it ended. */
export function closingLine(output, pattern = /\S/) {
  // eslint-disable-next-line no-control-regex -- colours are control characters
  const lines = output.replaceAll(/\u001b\[[0-9;]*m/g, '').split('\n');
  return lines.findLast((line) => pattern.test(line))?.trim() ?? '';
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sumCounts(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The line that closes a run: alone, and always in these words, as other programs read it. */
export function totalLine({ passed, failed, skipped }) {
  return `total: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * What a part's run means. A runner that ends well without having run anything has tested nothing, which is a failure:
 * each part has tests that need no real data; those that need them say `skipped: no shared data` one file at a time.
 */
export function judge({ exitCode, counts }) {
  const ran = counts.passed + counts.failed;
  if (ran === 0) return { ok: false, counts: { ...counts, failed: 1 }, note: 'no test ran' };
  // A runner may fail outside of any test: a file that does not load, an error left behind.
  const failed = exitCode === 0 ? counts.failed : Math.max(1, counts.failed);
  return { ok: failed === 0, counts: { ...counts, failed }, note: '' };
}

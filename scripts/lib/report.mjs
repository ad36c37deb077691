/** How scripts speak: always on stderr, because the stdout of `vav` belongs to its answers. */

/** A failure whose message tells the person at the keyboard what to do. The scripts print it without a stack. */
export class ProvisionError extends Error {
  name = 'ProvisionError';
}

/** One line of progress. */
export function say(topic, message) {
  process.stderr.write(`[${topic}] ${message}\n`);
}

/** `1.2 s`, `340 ms`. */
export function duration(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Runs a script's main function and turns its result into the exit code: a number, or 0. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(error instanceof ProvisionError ? `\n${error.message}\n` : `${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}

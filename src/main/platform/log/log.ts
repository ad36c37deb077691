/** Facts of one log line: names and numbers, never content. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** The only way to leave a trace. Lines are events with facts, never sentences made from what people typed. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export const silentLog: Log = { info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // A log that keeps nothing, for tests and for the command line.
}

import type { LogFacts } from './log.ts';

const HIDDEN = '[hidden]';

/** Facts whose name announces content or identity are hidden whatever they hold. */
const SENSITIVE_NAME =
  /name|text|note|label|title|path|folder|address|mail|phone|pass|key|secret|token|content|query$/i;

/** What identifies a person when it slips into an otherwise harmless fact. */
const SENSITIVE_VALUES: readonly RegExp[] = [
  // E-mail addresses.
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  // French social security numbers (NIR): 13 digits, spaced or not, with or without the key.
  /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/i,
  // French telephone numbers.
  /(?:\+33|0033|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}\b/,
  // Paths of a home folder carry the person's name.
  /(?:\/home\/|\/Users\/|[A-Z]:\\Users\\)[^\s/\\]+/,
];

/** Redaction happens in the logger, not at each call: a fact that is forgotten here is a bug of one place. */
export function redact(facts: LogFacts): LogFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, redactFact(name, value)]));
}

function redactFact(name: string, value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value;
  if (SENSITIVE_NAME.test(name)) return HIDDEN;
  return SENSITIVE_VALUES.some((pattern) => pattern.test(value)) ? HIDDEN : value.slice(0, 500);
}

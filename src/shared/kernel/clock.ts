/** The only source of time for rules and use cases: tests fix it. Milliseconds since 1970-01-01T00:00:00Z. */
export interface Clock {
  now(): number;
}

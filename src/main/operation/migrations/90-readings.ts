export const readings = {
  version: 90,
  name: 'readings',
  // What the person and the advisor each say of the situation: two lines a file at most.
  sql: `
      CREATE TABLE reading (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        said_by TEXT NOT NULL CHECK (said_by IN ('person', 'advisor')),
        text TEXT NOT NULL,
        day TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX reading_of_case ON reading (case_id);`,
} as const;

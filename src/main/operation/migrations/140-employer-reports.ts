export const employerReports = {
  version: 140,
  name: 'employer-reports',
  // What was said of an employer from its page, for nobody in particular.
  sql: `
      CREATE TABLE employer_report (
        siret TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('closed', 'wrong-data')),
        name TEXT NOT NULL,
        commune_name TEXT,
        at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;`,
} as const;

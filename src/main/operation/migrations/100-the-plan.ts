export const thePlan = {
  version: 100,
  name: 'templates of notes, objectives, contracts of engagement, what became of the situation, lines of preparation',
  // What was written before is as a rebuild has it: an appointment note, an action that serves no objective. A line of
  // preparation is no operation: it is its author's, and goes after thirty days without a trace.
  sql: `
      ALTER TABLE note ADD COLUMN template TEXT NOT NULL DEFAULT 'follow-up';
      ALTER TABLE note ADD COLUMN not_held TEXT;
      ALTER TABLE note ADD COLUMN why TEXT NOT NULL DEFAULT '';
      ALTER TABLE note ADD COLUMN withdrawn_at INTEGER;
      ALTER TABLE note ADD COLUMN withdrawn_why TEXT;
      CREATE INDEX note_of_contact ON note (case_id, day)
        WHERE withdrawn_at IS NULL AND template NOT IN ('not-held', 'employer');
      CREATE INDEX note_withdrawn ON note (id) WHERE withdrawn_at IS NOT NULL;
      ALTER TABLE action ADD COLUMN kind TEXT NOT NULL DEFAULT 'action';
      ALTER TABLE action ADD COLUMN serves TEXT;
      ALTER TABLE action ADD COLUMN partner TEXT NOT NULL DEFAULT '';
      ALTER TABLE action ADD COLUMN decision_id TEXT;
      ALTER TABLE action ADD COLUMN is_together INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE engagement (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        signed_on TEXT NOT NULL,
        starts_on TEXT NOT NULL,
        ends_on TEXT,
        weekly_hours INTEGER,
        commitments TEXT NOT NULL,
        reference TEXT NOT NULL,
        replaces TEXT,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX engagement_by_case ON engagement (case_id, at);
      CREATE INDEX engagement_replaced ON engagement (replaces) WHERE replaces IS NOT NULL;
      CREATE INDEX engagement_ends ON engagement (ends_on, case_id) WHERE ends_on IS NOT NULL;
      CREATE TABLE outcome (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        closed_on TEXT NOT NULL,
        situation TEXT,
        day TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX outcome_by_case ON outcome (case_id);
      CREATE TABLE private_line (
        case_id TEXT NOT NULL,
        author_id TEXT NOT NULL,
        text TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        PRIMARY KEY (case_id, author_id)
      ) STRICT;`,
} as const;

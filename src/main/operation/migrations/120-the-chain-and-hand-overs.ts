import { sealAll } from '../chain.ts';

export const theChainAndHandOvers = {
  version: 120,
  name: 'the chain and hand-overs',
  // Who stands in for the advisor of a file, until which day; `holding` is who has which files, until when.
  // Each line holds what proves it and the line before it. Nothing of it changes, save that the salt goes with the content.
  sql: `
      DROP TRIGGER op_is_never_changed;
      ALTER TABLE op ADD COLUMN salt BLOB;
      ALTER TABLE op ADD COLUMN digest BLOB;
      ALTER TABLE op ADD COLUMN link BLOB;
      CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op
        WHEN (OLD.op_id, OLD.device_id, OLD.device_seq, OLD.actor_id, OLD.at, OLD.case_id,
            OLD.entity, OLD.entity_id, OLD.kind, OLD.schema_v, OLD.base_revision)
          IS NOT (NEW.op_id, NEW.device_id, NEW.device_seq, NEW.actor_id, NEW.at, NEW.case_id,
            NEW.entity, NEW.entity_id, NEW.kind, NEW.schema_v, NEW.base_revision)
          OR CASE WHEN OLD.link IS NULL THEN NEW.payload IS NOT OLD.payload
            ELSE (NEW.payload, NEW.salt, NEW.digest, NEW.link) IS NOT (NULL, NULL, OLD.digest, OLD.link) END
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
      CREATE TRIGGER op_is_sealed BEFORE INSERT ON op WHEN NEW.digest IS NULL OR NEW.link IS NULL
        BEGIN SELECT RAISE(ABORT, 'a line of the log is sealed'); END;
      ALTER TABLE case_file ADD COLUMN stand_in_id TEXT;
      ALTER TABLE case_file ADD COLUMN stand_in_until TEXT;
      ALTER TABLE case_file ADD COLUMN stand_in_reason TEXT;
      CREATE INDEX case_file_by_stand_in ON case_file (stand_in_id, stand_in_until) WHERE stand_in_id IS NOT NULL;
      CREATE VIEW holding AS
        SELECT id AS case_id, advisor_id AS account_id, '9999-12-31' AS until FROM case_file
        UNION ALL
        SELECT id, stand_in_id, stand_in_until FROM case_file WHERE stand_in_id IS NOT NULL;`,
  fill: sealAll,
} as const;

import { sealAll } from '../chain.ts';

export const theChain = {
  version: 120,
  name: 'the chain',
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
        BEGIN SELECT RAISE(ABORT, 'a line of the log is sealed'); END;`,
  fill: sealAll,
} as const;

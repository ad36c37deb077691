import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLexicon } from '../../../src/shared/domain/guard/lexicon.rules.ts';
import { lexiconFileSchema } from '../../../src/shared/domain/guard/lexicon.schema.ts';
import { RESOURCES } from '../../support/project.ts';

/** The lexicon of the application, as it is kept and as it is asked. */
export const lexiconFile = lexiconFileSchema.parse(
  JSON.parse(readFileSync(join(RESOURCES, 'lexicons', 'note-guard.fr.json'), 'utf8')),
);
export const lexicon = compileLexicon(lexiconFile);

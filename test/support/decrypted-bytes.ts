import { formsOf } from './bytes-on-disk.ts';
import type { WriteDb } from '../../src/main/platform/db/open-database.ts';

/** Which of these texts are somewhere in a database as whoever has the key could read it, unused pages included. */
export function textsIn(db: WriteDb, texts: readonly string[]): readonly string[] {
  const bytes = db.serialize();
  return texts.filter((text) => formsOf(text).some((form) => bytes.includes(form)));
}

import type { OccupationTextRecord } from '../../../../shared/domain/dataset/reference-records.ts';
import { fold } from '../../../../shared/kernel/text.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { romeCode, romeText } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource } from '../../source.ts';
import { romeOrigin } from '../rome-origin.ts';

/** What an occupation is. The file also holds conditions and ways in, which no screen reads yet: refused by kind. */
export const romeTexts = defineSource({
  name: 'rome-texts',
  delimiters: [',', ';'],
  required: { rome: ['code_rome'], kind: ['libelle_type_texte'], text: ['libelle_texte'] },
  describe: romeOrigin,
  parse(row) {
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    if (fold(row.kind) !== 'definition') return failure(refusal('not-a-definition'));
    const definition = romeText(row.text);
    return definition === ''
      ? failure(refusal('definition-missing', rome.value))
      : success({ rome: rome.value, definition });
  },
  /** A definition is cut into sentences, one a row, in the order of the file. */
  gather(records) {
    const sentences = new Map<string, string[]>();
    for (const { rome, definition } of records) {
      const known = sentences.get(rome);
      if (known === undefined) sentences.set(rome, [definition]);
      else known.push(definition);
    }
    return [...sentences].map(([rome, texts]): OccupationTextRecord => ({ rome, definition: texts.join(' ') }));
  },
});

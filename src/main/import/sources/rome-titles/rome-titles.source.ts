import { fold } from '../../../../shared/kernel/text.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { romeCode, romeText } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource } from '../../source.ts';
import { romeOrigin } from '../rome-origin.ts';

/**
 * Job titles ("appellations") of each occupation. A title is kept even when its occupation has no label of its own
 * (L1510 in v3.47): the release names such an occupation by its first principal title.
 */
export const romeTitles = defineSource({
  name: 'rome-titles',
  delimiters: [',', ';'],
  required: {
    rome: ['code_rome'],
    title: ['libelle_appellation_long'],
    section: ['libelle_type_section_appellation'],
  },
  describe: romeOrigin,
  parse(row) {
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    const title = romeText(row.title);
    if (title === '') return failure(refusal('title-missing', rome.value));
    return success({ rome: rome.value, title, isPrincipal: fold(row.section) === 'principale' });
  },
});

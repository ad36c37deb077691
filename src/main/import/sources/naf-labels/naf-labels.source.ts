import { isNafCode } from '../../../../shared/domain/sector/sector.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';

/** Labels of the activities (NAF rev. 2). */
export const nafLabels = defineSource({
  name: 'naf-labels',
  delimiters: ['|', ';', ',', '\t'],
  required: { naf: ['naf_id', 'code_naf', 'naf'], label: ['naf_label', 'libelle_naf', 'intitule_naf'] },
  identity: ({ naf }) => naf,
  describe: () => ({ publisher: 'INSEE', licence: 'Licence Ouverte', vintage: UNKNOWN }),
  parse(row) {
    const naf = row.naf.trim().replace('.', '');
    if (!isNafCode(naf)) return failure(refusal('naf-code', row.naf));
    const label = cleanLabel(row.label);
    return label === '' ? failure(refusal('label-missing', naf)) : success({ naf, label });
  },
});

/**
 * The published file lost an apostrophe to a conversion (8899A): U+2019 became its low byte 0x19, and the elided "d"
 * before it a question mark. Other control characters are blanks.
 */
function cleanLabel(label: string): string {
  return (
    label
      // eslint-disable-next-line no-control-regex
      .replace(/\?\u0019/g, 'd’')
      // eslint-disable-next-line no-control-regex
      .replace(/\u0019/g, '’')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u001f\s]+/g, ' ')
      .trim()
  );
}

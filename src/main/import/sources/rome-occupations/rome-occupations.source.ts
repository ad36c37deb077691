import { failure, success } from '../../../../shared/kernel/result.ts';
import { romeCode, romeText } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource } from '../../source.ts';
import { romeOrigin } from '../rome-origin.ts';

/** Occupations and their labels (ROME "référentiel code ROME"). */
export const romeOccupations = defineSource({
  name: 'rome-occupations',
  delimiters: [',', ';'],
  required: { rome: ['code_rome'], label: ['libelle_rome'] },
  identity: ({ rome }) => rome,
  describe: romeOrigin,
  parse(row) {
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    const label = romeText(row.label);
    return label === '' ? failure(refusal('label-missing', rome.value)) : success({ rome: rome.value, label });
  },
});

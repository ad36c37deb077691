import { failure, success } from '../../../../shared/kernel/result.ts';
import { decimal, romeCode } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';

/** Share of hiring projects judged difficult, by occupational family (FAP); several families may serve one occupation. */
export const tension = defineSource({
  name: 'tension',
  delimiters: [',', ';'],
  required: { familyCode: ['fap_code'], familyLabel: ['fap'], percent: ['tension_pct'], rome: ['rome_code'] },
  identity: ({ rome, familyCode }) => `${rome} ${familyCode}`,
  describe: () => ({
    publisher: 'Pôle emploi, enquête Besoins en main-d’œuvre',
    licence: 'Licence Ouverte',
    vintage: UNKNOWN,
  }),
  parse(row) {
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    const percent = decimal(row.percent.replace('%', ''));
    if (percent === null || percent < 0 || percent > 100) {
      return failure(refusal('tension-share', row.percent));
    }
    const familyCode = row.familyCode.trim();
    const familyLabel = row.familyLabel.trim();
    if (familyCode === '' || familyLabel === '') return failure(refusal('family-missing', rome.value));
    return success({ rome: rome.value, familyCode, familyLabel, percent });
  },
});

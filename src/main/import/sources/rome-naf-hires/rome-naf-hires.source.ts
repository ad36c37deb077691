import { isNafCode } from '../../../../shared/domain/sector/sector.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { romeCode, wholeNumber } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';

/** Hires counted by occupation and sector. The file exists whole ("raw") and pruned: the larger one is read. */
export const romeNafHires = defineSource({
  name: 'rome-naf-hires',
  delimiters: [',', ';', '|'],
  required: { rome: ['rome_id'], naf: ['naf_id'], hires: ['hirings'] },
  identity: ({ rome, naf }) => `${rome} ${naf}`,
  describe: () => ({ publisher: 'Pôle emploi', licence: UNKNOWN, vintage: UNKNOWN }),
  parse(row) {
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    const naf = row.naf.trim().replace('.', '');
    if (!isNafCode(naf)) return failure(refusal('naf-code', row.naf));
    const hires = wholeNumber(row.hires);
    if (hires === null || hires === 0) return failure(refusal('hires', row.hires));
    return success({ rome: rome.value, naf, hires });
  },
});

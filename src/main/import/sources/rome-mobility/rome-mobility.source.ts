import { fold } from '../../../../shared/kernel/text.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { romeCode } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource } from '../../source.ts';
import { romeOrigin } from '../rome-origin.ts';

/**
 * Moves from one occupation to another. ROME writes them between occupations and between titles: a title-level edge
 * counts for the pair of its occupations, and the release keeps each pair once.
 */
export const romeMobility = defineSource({
  name: 'rome-mobility',
  delimiters: [',', ';'],
  required: { rome: ['code_rome'], target: ['code_rome_cible'], kind: ['libelle_type_mobilite'] },
  describe: romeOrigin,
  parse(row) {
    const rome = romeCode(row.rome);
    if (!rome.ok) return rome;
    const target = romeCode(row.target);
    if (!target.ok) return target;
    if (rome.value === target.value) return failure(refusal('mobility-to-itself', rome.value));
    const kind = fold(row.kind);
    if (kind !== 'proche' && kind !== 'evolution') return failure(refusal('mobility-kind', row.kind));
    return success({ rome: rome.value, targetRome: target.value, kind: kind === 'proche' ? 'close' : 'evolution' });
  },
});

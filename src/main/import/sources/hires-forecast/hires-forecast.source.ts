import { HORIZON_MONTHS } from '../../../../shared/domain/forecast/forecast.ts';
import { monthNumber } from '../../../../shared/domain/forecast/month.rules.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { decimal, wholeNumber } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';

/** More hires in six months than any establishment makes: beyond, a column is not what its name says. */
const MOST_HIRES = 1_000_000;

/**
 * What `vav model forecast` writes: hires expected of each establishment in six months, with their interval. Put beside the
 * file of establishments, it is joined to it by SIRET; its other columns, among them `embauches_12_mois`, are for those who
 * join it themselves.
 */
export const hiresForecast = defineSource({
  name: 'hires-forecast',
  delimiters: [';', ',', '\t'],
  required: { siret: ['siret'], from: ['from'], to: ['to'], expected: ['expected'], low: ['low'], high: ['high'] },
  identity: ({ siret }) => siret,
  describe: () => ({
    publisher: 'Prévision de la structure, d’après ses embauches par mois',
    licence: UNKNOWN,
    vintage: UNKNOWN,
  }),
  vintageOf: (records) => records[0]?.from ?? UNKNOWN,
  parse(row) {
    const siret = row.siret.replace(/\s/g, '');
    if (!/^\d{14}$/.test(siret)) return failure(refusal('siret', row.siret));
    const [from, to] = [row.from.trim(), row.to.trim()];
    const [first, last] = [monthNumber(from), monthNumber(to)];
    if (first === null || last !== first + HORIZON_MONTHS - 1) {
      return failure(refusal('forecast-months', `${row.from}/${row.to}`));
    }
    const [expected, low, high] = [decimal(row.expected), wholeNumber(row.low), wholeNumber(row.high)];
    const isInterval =
      expected !== null && expected >= 0 && expected <= MOST_HIRES && low !== null && high !== null && low <= high;
    if (!isInterval) return failure(refusal('forecast-hires', `${row.expected}/${row.low}/${row.high}`));
    return success({ siret, from, to, expected, low, high });
  },
});

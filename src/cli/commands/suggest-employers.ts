import type { CallInput } from '../../shared/contract/index.ts';
import { oneOf, parseOptions, required, wholeNumber } from '../arguments.ts';
import { openReference } from '../open-reference.ts';
import { stopIfAsked, type Command } from '../output.ts';
import type { SuggestEmployersOutput } from '../outputs.schema.ts';

/**
 * `vav suggest employers --rome CODE[,CODE] --commune CODE [--radius KM] [--top N] [--group G] [--order O] [--seed S]
 * [--dataset DIR] [--json]`
 */
export const suggestEmployers: Command = async (argv, context) => {
  const { values } = parseOptions(argv, {
    rome: { type: 'string' },
    commune: { type: 'string' },
    radius: { type: 'string', default: '30' },
    top: { type: 'string', default: '20' },
    group: { type: 'string', default: 'private' },
    order: { type: 'string', default: 'plain' },
    seed: { type: 'string', default: '' },
    dataset: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const question: Omit<CallInput<'suggestion.explain'>, 'siret'> = {
    romes: required(values.rome, 'rome').split(','),
    communeCode: required(values.commune, 'commune'),
    radiusKm: wholeNumber(values.radius, 'radius', 1, 200),
    group: oneOf(values.group, 'group', ['private', 'public', 'agency']),
    sections: [],
    sizes: [],
  };
  const query: CallInput<'suggestion.employers'> = {
    ...question,
    order: oneOf(values.order, 'order', ['plain', 'spread']),
    seed: values.seed,
    offset: 0,
    limit: wholeNumber(values.top, 'top', 1, 100),
  };
  const reference = await openReference(values.dataset, context);
  try {
    const page = await reference.ask('suggestion.employers', query);
    await stopIfAsked(context.signal);
    const { engineVersion, datasetVersion, inputHash, eligible } = page;
    // A row of the plain order is at its rank; a row drawn is asked for its own.
    const rankOf = async (siret: string, index: number): Promise<number> =>
      query.order === 'plain' ? index + 1 : (await reference.ask('suggestion.explain', { ...question, siret })).rank;
    const ranks = await Promise.all(page.rows.map(({ siret }, index) => rankOf(siret, index)));
    if (values.json) {
      const results = page.rows.map((row, index) => ({
        rank: ranks[index] ?? 0,
        siret: row.siret,
        name: row.name,
        naf: row.naf,
        group: row.group,
        communeCode: row.communeCode,
        distanceKm: row.distanceKm,
        score: row.score,
        factors: row.factors.map(({ name, contribution, value, source, asOf }) => ({
          name,
          contribution,
          value,
          source,
          asOf,
        })),
        potential: {
          basis: row.potential.basis,
          expected: row.potential.expected,
          low: row.potential.low,
          high: row.potential.high,
        },
      }));
      const answer: SuggestEmployersOutput = { engineVersion, datasetVersion, inputHash, eligible, results };
      context.print(JSON.stringify(answer));
      return;
    }
    context.print(`${eligible} employers (${engineVersion}, data ${datasetVersion})`);
    for (const [index, row] of page.rows.entries()) {
      const level = row.potential.level ?? 'not enough data';
      context.print(
        `${String(ranks[index]).padStart(4)}  ${String(row.score).padStart(4)}  ${row.distanceKm.toFixed(1).padStart(5)} km  ` +
          `${row.naf}  ${row.name}, ${row.communeName} (${level})`,
      );
    }
  } finally {
    reference.close();
  }
};

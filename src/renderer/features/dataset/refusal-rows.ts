import type { TFunction } from 'i18next';
import type { Refusal, SourceReport } from '../../../shared/domain/dataset/dataset.schema.ts';

/** Beyond, the lines of one kind say nothing more one by one. */
const MOST_LINES_APART = 20;
const LINES_NAMED = 3;

type Reasons = Pick<SourceReport, 'reasons' | 'refusals'>;

/** A refused line, or many refused for the same kind of reason. */
export type RefusalRow =
  | { readonly kind: 'line'; readonly refusal: Refusal }
  | {
      readonly kind: 'together';
      readonly code: Refusal['code'];
      readonly count: number;
      /** The first of them. */
      readonly lines: readonly number[];
    };

/** In the order of the file; what is told together stands where its first line does. */
export function refusalRows({ reasons, refusals }: Reasons): readonly RefusalRow[] {
  const many = new Map(reasons.filter(({ count }) => count > MOST_LINES_APART).map(({ code, count }) => [code, count]));
  const told = new Set<Refusal['code']>();
  return refusals.flatMap((refusal): RefusalRow[] => {
    const { code } = refusal;
    const count = many.get(code);
    if (count === undefined) return [{ kind: 'line', refusal }];
    if (told.has(code)) return [];
    told.add(code);
    const lines = refusals.filter((other) => other.code === code).slice(0, LINES_NAMED);
    return [{ kind: 'together', code, count, lines: lines.map(({ line }) => line) }];
  });
}

/** "SIRET : 14 chiffres attendus, « 123 » lu". */
export function refusalText(t: TFunction, { code, value }: Pick<Refusal, 'code' | 'value'>): string {
  return t(`refusals.${code}`, { value: value ?? '', read: readText(t, value) });
}

/** What the file says where something else was expected: text may be a name, and is not shown. */
function readText(t: TFunction, value: string | null): string {
  if (value === null) return t('import.readText');
  return value === '' ? t('import.readNothing') : t('import.readValue', { value });
}

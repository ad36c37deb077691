import type { PortfolioRow } from '../../../shared/domain/case-file/case-file.schema.ts';
import { retentionOf } from '../../../shared/domain/retention/retention.rules.ts';
import type { Retention, RetentionClass } from '../../../shared/domain/retention/retention.schema.ts';

type ClosedRow = Pick<PortfolioRow, 'id' | 'first' | 'last' | 'closedOn'>;

export interface NextErasure {
  readonly caseId: string;
  readonly name: string;
  readonly what: RetentionClass;
  /** The earliest day: a closing written later than it is dated counts from when it was written, which the file knows. */
  readonly on: string;
}

/** What will be erased first of each closed file, the nearest first. */
export function nextErasures(rows: readonly ClosedRow[], today: string): readonly NextErasure[] {
  return rows
    .flatMap(({ id, first, last, closedOn }) => {
      const next = upcoming(closedOn, today);
      return next === undefined ? [] : [{ caseId: id, name: `${first} ${last}`.trim(), ...next }];
    })
    .toSorted((a, b) => (a.on === b.on ? a.name.localeCompare(b.name, 'fr') : a.on < b.on ? -1 : 1));
}

function upcoming(closedOn: string | null, today: string): Retention['next'][number] | undefined {
  const { next } = retentionOf({ closedOn, closedWrittenOn: null }, today);
  return next.find(({ on }) => on > today) ?? next.at(-1);
}

/** Years that each class is kept after the end, as the rule has them. */
export function yearsKept(): Readonly<Record<RetentionClass, number>> {
  const closedOn = '2001-06-15';
  const { next } = retentionOf({ closedOn, closedWrittenOn: null }, closedOn);
  const yearsOf = (what: RetentionClass): number =>
    Number(next.find((each) => each.what === what)?.on.slice(0, 4)) - Number(closedOn.slice(0, 4));
  return { words: yearsOf('words'), file: yearsOf('file') };
}

import type { PortfolioRow } from '../../shared/domain/case-file/case-file.schema.ts';
import { compareText, fold } from '../../shared/kernel/text.ts';
import type { Period, PortfolioRepository, PortfolioSource } from './portfolio.repository.ts';

/** Whose list, and the day that its delays are counted from. */
export interface PortfolioQuestion {
  readonly advisorId: string;
  readonly today: string;
  readonly period: Period;
}

interface NamedRow {
  readonly row: PortfolioRow;
  readonly name: string;
}

/** Above so many changed files, reading all of them again is the shorter way. */
const MOST_READ_AGAIN = 200;

/**
 * The portfolio of whoever is at the keyboard, kept from one look to the next: only the files that the log says something
 * happened to are read again. The log tells of every change, whoever wrote it, so that nothing has to announce one here.
 */
export function keptPortfolio(
  repository: PortfolioRepository,
  toRow: (source: PortfolioSource, today: string) => PortfolioRow,
): (question: PortfolioQuestion) => readonly PortfolioRow[] {
  let kept: { readonly key: string; readonly mark: number; readonly rows: readonly NamedRow[] } | null = null;
  let answer: readonly PortfolioRow[] = [];

  return ({ advisorId, today, period }) => {
    const key = `${advisorId} ${today}`;
    // Before the rows: what is written in between is read once more next time rather than never.
    const mark = repository.lastOperation();
    const read = (only?: readonly string[]): readonly NamedRow[] =>
      repository.ofAdvisor(advisorId, period, only).map((source) => named(toRow(source, today)));
    const changed = kept?.key === key ? repository.changedAfter(kept.mark) : null;
    if (changed?.length === 0) return answer;
    const rows =
      kept === null || changed === null || changed.length > MOST_READ_AGAIN
        ? read()
        : withChanged(kept.rows, new Set(changed), read(changed));
    kept = { key, mark, rows: [...rows].sort(byName) };
    answer = kept.rows.map(({ row }) => row);
    return answer;
  };
}

function withChanged(
  rows: readonly NamedRow[],
  changed: ReadonlySet<string>,
  again: readonly NamedRow[],
): readonly NamedRow[] {
  return [...rows.filter(({ row }) => !changed.has(row.id)), ...again];
}

function named(row: PortfolioRow): NamedRow {
  return { row, name: fold(`${row.last} ${row.first}`) };
}

function byName(a: NamedRow, b: NamedRow): number {
  return compareText(a.name, b.name) || compareText(a.row.id, b.row.id);
}

import type { TFunction } from 'i18next';
import type { AccessEntry } from '../../../shared/domain/hand-over/hand-over.schema.ts';

/** What was done with the file: opened, given, printed with what was on the paper. */
export function whatText(
  t: TFunction,
  { kind, actorName, toName, until, paper, medium }: AccessEntry,
  untilOf: (day: string) => string,
): string {
  const name = actorName === '' ? t('handOver.accesses.someone') : actorName;
  if (paper !== null && medium !== null) {
    return t(`accesses.media.${medium}`, { name, what: t(`accesses.papers.${paper}`) });
  }
  return t(`handOver.accesses.kinds.${kind}`, { name, to: toName ?? '', until: until === null ? '' : untilOf(until) });
}

/** Why, where it was said. */
export function whyText(t: TFunction, { reason }: AccessEntry): readonly string[] {
  if (reason === null) return [];
  switch (reason.kind) {
    case 'absence':
      return [t(`handOver.absences.${reason.why}`)];
    case 'transfer':
      return [t(`handOver.transfers.${reason.why}`)];
    case 'said':
      return [reason.words];
    case 'visit':
      return [t(`handOver.visits.${reason.why}`), ...(reason.words === '' ? [] : [reason.words])];
  }
}

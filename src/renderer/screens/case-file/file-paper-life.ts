/** What the person reads of the file itself: since when, how it ended, and what was kept beside notes and decisions. */
import type { TFunction } from 'i18next';
import type { CaseExport } from '../../../shared/domain/case-export/case-export.schema.ts';
import type { PaperLine } from '../../../shared/domain/paper/paper.schema.ts';
import { dayText } from '../../i18n/formats.ts';

export interface InFrench {
  readonly t: TFunction;
  readonly day: (on: string) => string;
  readonly dayAt: (instant: number) => string;
}

export function inFrench(t: TFunction, dayAt: InFrench['dayAt']): InFrench {
  return { t, day: (on) => dayText(on, 'fr'), dayAt };
}

export function lifeLines({ t, day, dayAt }: InFrench, { file, laterOutcomes }: CaseExport): readonly PaperLine[] {
  const { openedAt, closedOn, closingReason, outcome, archivedOn, isComputingOff, tags } = file;
  const ending = [
    closingReason === null ? '' : t(`caseFile.closingReasons.${closingReason}`),
    outcome === null ? '' : t('caseFile.closedOutcome', { outcome: t(`caseFile.outcomes.${outcome}`) }),
  ].filter((part) => part !== '');
  return [
    line(t('ownFile.paper.openedOn'), dayAt(openedAt), []),
    ...(closedOn === null ? [] : [line(t('ownFile.paper.closedOn'), day(closedOn), ending)]),
    ...(archivedOn === null ? [] : [line(t('ownFile.paper.archivedOn'), day(archivedOn), [])]),
    ...(isComputingOff ? [line(t('ownFile.paper.computingOff'), null, [])] : []),
    ...(tags.length === 0 ? [] : [line(t('ownFile.paper.tags', { tags: tags.join('\u202f; ') }), null, [])]),
    ...laterOutcomes.map(({ situation, on, writtenBy }) =>
      line(t('laterOutcome.told', { situation: t(`caseFile.outcomes.${situation}`) }), day(on), [
        t('ownFile.paper.writtenBy', { name: writtenBy }),
      ]),
    ),
  ];
}

/** Copies of contracts, replaced ones included and said so. */
export function engagementLines({ t, day, dayAt }: InFrench, { engagements }: CaseExport): readonly PaperLine[] {
  return engagements.map((copy) => {
    const { kind, signedOn, startsOn, endsOn, weeklyHours, commitments, reference, actorName, at, replacedBy } = copy;
    const period =
      endsOn === null
        ? t('engagement.since', { from: day(startsOn) })
        : t('engagement.fromTo', { from: day(startsOn), to: day(endsOn) });
    return line(t(`engagement.kinds.${kind}`), period, [
      ...(replacedBy === null ? [] : [t('ownFile.paper.replaced')]),
      t('engagement.signed', { day: day(signedOn) }),
      ...(reference === '' ? [] : [t('engagement.referenceIs', { reference })]),
      ...(weeklyHours === null ? [] : [t('engagement.hoursAre', { n: weeklyHours })]),
      ...commitments,
      t('engagement.copiedBy', { name: actorName, day: dayAt(at) }),
    ]);
  });
}

/** Lines to prepare a meeting, of each who follows the file, until they are gone. */
export function preparationLines({ t, day, dayAt }: InFrench, { preparation }: CaseExport): readonly PaperLine[] {
  return preparation.map(({ text, writtenAt, goneOn, writtenBy }) =>
    line(text, dayAt(writtenAt), [
      t('ownFile.paper.writtenBy', { name: writtenBy }),
      t('ownFile.paper.goneOn', { day: day(goneOn) }),
    ]),
  );
}

/** Companies that somebody knew and added, whatever was decided of them. */
export function ownEmployerLines({ t, dayAt }: InFrench, { ownEmployers }: CaseExport): readonly PaperLine[] {
  return ownEmployers.map(({ name, communeName, approach, actorName, at }) =>
    line([name, communeName].filter((part) => part !== '').join(', '), dayAt(at), [
      ...(approach === '' ? [] : [approach]),
      t('ownFile.paper.writtenBy', { name: actorName }),
    ]),
  );
}

function line(text: string, when: string | null, more: readonly string[]): PaperLine {
  return { text, when, more };
}

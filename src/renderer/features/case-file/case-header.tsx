import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import { localZone, useIsOver, useToday } from '../../platform/today.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import '../../ui/chip-set.css';
import './case-header.css';
import { headerSentence, nameOf, sinceSentence } from './header-words.ts';

interface CaseHeaderProps {
  readonly file: CaseFile;
  /** The job project in one line; null where nothing is known of it. */
  readonly project: string | null;
  /** What tells the person from another of the same name; null where nobody has it. */
  readonly apart: string | null;
  /** What is under it tells the project and the meetings better: they are not said twice. */
  readonly isBrief: boolean;
  /** The tags of the agency that the file wears. */
  readonly tags: ReactNode;
  /** What can be done. */
  readonly children: ReactNode;
}

/** Who, for what, since when, and what to be careful about: no reason is ever given for a precaution. */
export function CaseHeader({ file, project, apart, isBrief, tags, children }: CaseHeaderProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const precautions = valueOf(file.facts, 'precautions') ?? [];
  const supporters = valueOf(file.facts, 'supporters') ?? [];
  const isNextOver = useIsOver(file.nextAppointment?.startsAt ?? null);
  const where = { today: now, zone: localZone(), language: i18n.language, isNextOver };
  const sentence = isBrief ? sinceSentence(t, file, where) : headerSentence(t, file, project, where);
  return (
    <div className="case-header">
      <PageHeader title={nameOf(t, file)} subtitle={apart ?? undefined}>
        {children}
      </PageHeader>
      <p className="case-sentence">{sentence}</p>
      <div className="case-marks">
        {precautions.length === 0 ? null : (
          <ul className="case-precautions" aria-label={t('facts.blocks.precautions')}>
            {precautions.map((precaution) => (
              <li key={precaution} className="chip" data-tone="amber">
                {t(`facts.precautionWords.${precaution}`)}
              </li>
            ))}
          </ul>
        )}
        {file.isComputingOff ? <span className="chip">{t('caseFile.computingOff')}</span> : null}
        {tags}
        {supporters.length === 0 ? null : (
          <span className="quiet small">
            {t('caseFile.supporters', {
              names: supporters
                .map(({ name, organisation }) =>
                  organisation === '' ? name : t('caseFile.supporter', { name, organisation }),
                )
                .join(', '),
            })}
          </span>
        )}
      </div>
    </div>
  );
}

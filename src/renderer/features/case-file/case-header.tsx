import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import { dayText } from '../../i18n/formats.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import '../../ui/chip-set.css';
import './case-header.css';
import { headerSentence, nameOf } from './header-words.ts';

interface CaseHeaderProps {
  readonly file: CaseFile;
  /** The job project in one line; null where nothing is known of it. */
  readonly project: string | null;
  readonly children: ReactNode;
}

/** Who, for what, since when, and what to be careful about: no reason is ever given for a precaution. */
export function CaseHeader({ file, project, children }: CaseHeaderProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { facts, closedOn, outcome } = file;
  const precautions = valueOf(facts, 'precautions') ?? [];
  const supporters = valueOf(facts, 'supporters') ?? [];
  const sentence = headerSentence(t, file, project, { today: now, zone: localZone(), language: i18n.language });
  return (
    <div className="case-header">
      <PageHeader title={nameOf(t, file)} subtitle={sentence}>
        {children}
      </PageHeader>
      {closedOn === null ? null : (
        <p className="case-closed">
          {t('caseFile.closed', { day: dayText(closedOn, i18n.language) })}{' '}
          {outcome === null ? null : t(`caseFile.outcomes.${outcome}`)}
        </p>
      )}
      {precautions.length === 0 && supporters.length === 0 && !file.isComputingOff ? null : (
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
      )}
    </div>
  );
}

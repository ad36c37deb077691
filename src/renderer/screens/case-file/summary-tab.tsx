import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import { ActionList } from '../../features/action/action-list.tsx';
import { Timeline } from '../../features/case-file/timeline.tsx';
import { projectLine } from '../../features/job-project/project-words.ts';
import { dayText } from '../../i18n/formats.ts';
import { TextButton } from '../../ui/button.tsx';

interface SummaryTabProps {
  readonly file: CaseFile;
  readonly onDone: (opId: string, text: string) => void;
  readonly onSituation: () => void;
}

/** What to know before the meeting, read in twenty seconds: what the person wants, what was promised, what changed. */
export function SummaryTab({ file, onDone, onSituation }: SummaryTabProps) {
  return (
    <div className="summary">
      <div className="summary-card">
        <Wanted file={file} onSituation={onSituation} />
        <ActionList caseId={file.id} onDone={onDone} />
      </div>
      <div className="summary-card">
        <Timeline caseId={file.id} />
      </div>
    </div>
  );
}

/** What the person looks for, as they said it. */
function Wanted({ file, onSituation }: Pick<SummaryTabProps, 'file' | 'onSituation'>) {
  const { t, i18n } = useTranslation();
  const { facts, project } = file;
  const line = projectLine(t, project, i18n.language);
  const contract = valueOf(facts, 'project1.contract') ?? [];
  const availableFrom = valueOf(facts, 'project1.availableFrom');
  const more = [
    ...contract.map((each) => t(`project.contracts.${each}`)),
    valueOf(facts, 'project1.schedule'),
    availableFrom === null ? null : t('project.availableFrom', { day: dayText(availableFrom, i18n.language) }),
  ].filter((part) => part !== null);
  return (
    <section className="wanted" aria-labelledby="wanted-title">
      <h2 id="wanted-title">{t('project.wanted')}</h2>
      {line === null ? (
        <p className="quiet">
          {t('project.unknown')} <TextButton onClick={onSituation}>{t('project.fillIn')}</TextButton>
        </p>
      ) : (
        <p>{line}</p>
      )}
      {more.length === 0 ? null : <p className="quiet">{more.join(', ')}</p>}
    </section>
  );
}

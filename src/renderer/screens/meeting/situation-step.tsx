import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { AskFirst } from '../../features/case-file/ask-first.tsx';
import { FactsToConfirm } from '../../features/case-file/facts-to-confirm.tsx';
import { labelKeyOf } from '../../features/case-file/situation-blocks.ts';
import '../../features/case-file/summary.css';
import { go } from '../../platform/location.ts';
import { TextButton } from '../../ui/button.tsx';
import { useReading } from '../case-file/use-shapes.ts';

interface SituationStepProps {
  readonly file: CaseFile;
  readonly onDone: (opId: string, text: string) => void;
}

/** What the person can do and has comes before anything that is asked of them. */
const STRENGTHS = ['proudOf', 'lastJobs', 'credentials'] as const satisfies readonly FieldName[];
const PROJECT = [
  ...(['project1.occupation', 'project1.place', 'project1.reach', 'project1.travel'] as const),
  ...(['project1.contract', 'project1.schedule', 'conditions'] as const),
] as const satisfies readonly FieldName[];

/** What is known, strengths first; the oldest facts to confirm by one key; the rest of it is in the file. */
export function SituationStep({ file, onDone }: SituationStepProps) {
  const { t } = useTranslation();
  const read = useReading(file.facts);
  const toSituation = (): void => go({ screen: 'caseFile', caseId: file.id, tab: 'situation' });
  return (
    <>
      <Known title={t('facts.blocks.skills')} fields={STRENGTHS} read={read} />
      <Known title={t('facts.blocks.project')} fields={PROJECT} read={read} />
      <FactsToConfirm file={file} read={read} onDone={onDone} onChange={toSituation} />
      <AskFirst file={file} isFirstMeeting={false} onBlock={toSituation} />
      <div>
        <TextButton onClick={toSituation}>{t('meeting.situation.whole')}</TextButton>
      </div>
    </>
  );
}

interface KnownProps {
  readonly title: string;
  readonly fields: readonly FieldName[];
  readonly read: ReturnType<typeof useReading>;
}

function Known({ title, fields, read }: KnownProps) {
  const { t } = useTranslation();
  const known = fields.map((field) => ({ field, value: read(field) })).filter(({ value }) => value !== null);
  return (
    <section className="summary-card summary-part" aria-label={title}>
      <h3>{title}</h3>
      {known.length === 0 ? <p className="quiet">{t('meeting.situation.notTold')}</p> : null}
      <ul className="summary-lines">
        {known.map(({ field, value }) => (
          <li key={field} className="summary-line">
            <span className="summary-line-label">{t(`facts.fields.${labelKeyOf(field)}`)}</span>
            <span className="summary-line-text">{value}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { AskFirst } from '../../features/case-file/ask-first.tsx';
import { FactsToConfirm } from '../../features/case-file/facts-to-confirm.tsx';
import type { WantedFact } from '../../features/case-file/situation.tsx';
import { labelKeyOf } from '../../features/case-file/situation-blocks.ts';
import type { OnDone } from '../../features/case-file/use-fact-changes.ts';
import '../../features/case-file/summary.css';
import { TextButton } from '../../ui/button.tsx';
import { SituationTab } from '../case-file/situation-tab.tsx';
import { useReading } from '../case-file/use-shapes.ts';

interface SituationStepProps {
  readonly file: CaseFile;
  /** The fact that takes the keys, where it stands among all of them. */
  readonly wantedFact: WantedFact | null;
  readonly onFact: (wanted: WantedFact) => void;
  readonly onFactReached: () => void;
  readonly onDone: OnDone;
}

/** What the person can do and has comes before anything that is asked of them. */
const STRENGTHS = ['proudOf', 'lastJobs', 'credentials'] as const satisfies readonly FieldName[];
const PROJECT = [
  ...(['project1.occupation', 'project1.place', 'project1.reach', 'project1.travel'] as const),
  ...(['project1.contract', 'project1.schedule', 'conditions'] as const),
] as const satisfies readonly FieldName[];

/** What is known, strengths first, and the oldest facts to confirm by one key; or all of it, to be told where one is. */
export function SituationStep({ file, wantedFact, onFact, onFactReached, onDone }: SituationStepProps) {
  const { t } = useTranslation();
  const read = useReading(file.facts);
  const [isWhole, setIsWhole] = useState(wantedFact !== null);
  const tell = (wanted: WantedFact): void => {
    setIsWhole(true);
    onFact(wanted);
  };
  return (
    <>
      <div>
        <TextButton onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'meeting.situation.brief' : 'meeting.situation.whole')}
        </TextButton>
      </div>
      {isWhole ? (
        <SituationTab file={file} wanted={wantedFact} onReached={onFactReached} onDone={onDone} />
      ) : (
        <>
          <Known title={t('facts.blocks.skills')} fields={STRENGTHS} read={read} />
          <Known title={t('facts.blocks.project')} fields={PROJECT} read={read} />
          <FactsToConfirm file={file} read={read} onDone={onDone} onChange={tell} />
          <AskFirst file={file} isFirstMeeting={false} onBlock={tell} />
        </>
      )}
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

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { ActionList } from '../../features/action/action-list.tsx';
import { Awaited } from '../../features/approach/awaited.tsx';
import { AskFirst } from '../../features/case-file/ask-first.tsx';
import { timelineOf } from '../../features/case-file/case-file.queries.ts';
import { Changes } from '../../features/case-file/changes.tsx';
import { FactsToConfirm } from '../../features/case-file/facts-to-confirm.tsx';
import { lastMeeting } from '../../features/case-file/last-meeting.ts';
import { retentionText } from '../../features/case-file/retention-words.ts';
import type { WantedFact } from '../../features/case-file/situation.tsx';
import '../../features/case-file/summary.css';
import { Timeline } from '../../features/case-file/timeline.tsx';
import type { TimelineFilter } from '../../features/case-file/timeline-words.ts';
import { PrivateLineField } from '../../features/private-line/private-line-field.tsx';
import { localZone, useToday } from '../../platform/today.ts';
import { Landmarks } from './landmarks.tsx';
import { useExplanation } from './use-explanation.tsx';
import type { LeavingFile } from './use-leaving.ts';
import { useReading } from './use-shapes.ts';

interface SummaryTabProps {
  readonly file: CaseFile;
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
  /** Whether what was begun of an action takes the keys. */
  readonly wantsAction: boolean;
  readonly onActionReached: () => void;
  readonly onDone: (opId: string, text: string) => void;
  /** Goes where a fact is changed. */
  readonly onFact: (wanted: WantedFact) => void;
  readonly onAppointment: () => void;
  /** Goes on with the note that is begun. */
  readonly onNote: () => void;
  readonly askToLeave: LeavingFile['ask'];
  /** Goes to the employers. */
  readonly onEmployers: () => void;
}

/** What to know before the meeting, read in twenty seconds: what the person wants, what was promised, what changed. */
export function SummaryTab(props: SummaryTabProps) {
  const { file, filter, wantsAction, onActionReached, onFilter, onDone, onFact, onAppointment } = props;
  const { askToLeave, onNote, onEmployers } = props;
  const { t, i18n } = useTranslation();
  const now = useToday();
  const read = useReading(file.facts);
  const { data: entries } = useQuery(timelineOf(file.id));
  const isClosed = file.closedOn !== null;
  const explanation = useExplanation(file.id, askToLeave);
  const hasMet = entries === undefined || lastMeeting(entries, { today: now, zone: localZone() }) !== null;
  return (
    <div className="summary">
      <Landmarks
        file={file}
        onProject={() => onFact('project1.occupation')}
        onAppointment={isClosed ? null : onAppointment}
      />
      <div className="summary-columns">
        <div className="summary-column">
          <div className="summary-card">
            <ActionList
              caseId={file.id}
              isClosed={isClosed}
              wantsForm={wantsAction}
              onFormReached={onActionReached}
              onDone={onDone}
            />
          </div>
          <div className="summary-card">
            <Timeline
              caseId={file.id}
              facts={file.facts}
              filter={filter}
              onFilter={onFilter}
              onExplain={explanation.explain}
            />
          </div>
        </div>
        <div className="summary-column">
          {isClosed ? null : (
            <div className="summary-card">
              <PrivateLineField caseId={file.id} />
            </div>
          )}
          <Awaited caseId={file.id} onOpen={onEmployers} />
          <Changes file={file} read={read} onNote={onNote} />
          {isClosed ? null : (
            <>
              <FactsToConfirm file={file} read={read} onDone={onDone} onChange={onFact} />
              <AskFirst file={file} isFirstMeeting={!hasMet} onBlock={onFact} />
            </>
          )}
        </div>
      </div>
      {explanation.dialog}
      <p className="summary-foot">{retentionText(t, file, i18n.language)}</p>
    </div>
  );
}

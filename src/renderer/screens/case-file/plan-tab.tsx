import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { PlanList } from '../../features/action/plan-list.tsx';
import { EngagementCopies } from '../../features/engagement/engagement-copies.tsx';
import { showToast } from '../../ui/toast.tsx';
import './plan-tab.css';

interface PlanTabProps {
  readonly file: CaseFile;
  readonly wantsAction: boolean;
  readonly onActionWanted: () => void;
  readonly onActionReached: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** What was agreed on, whole: the two read it together. */
export function PlanTab({ file, wantsAction, onActionWanted, onActionReached, onDone }: PlanTabProps) {
  return (
    <div className="plan-tab">
      <div className="summary-card">
        <PlanList
          caseId={file.id}
          isClosed={file.closedOn !== null}
          wantsForm={wantsAction}
          onFormWanted={onActionWanted}
          onFormReached={onActionReached}
          onDone={onDone}
        />
      </div>
      <div className="summary-card">
        <EngagementCopies caseId={file.id} isClosed={file.closedOn !== null} onDone={showToast} />
      </div>
    </div>
  );
}

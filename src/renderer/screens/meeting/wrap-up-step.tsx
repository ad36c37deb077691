import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { printedActions } from '../../../shared/domain/action/on-paper.rules.ts';
import { isOpen } from '../../../shared/domain/action/action.rules.ts';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import type { Appointment } from '../../../shared/domain/appointment/appointment.schema.ts';
import { actionsOf } from '../../features/action/action.queries.ts';
import { decisionsOf } from '../../features/decision/decision.queries.ts';
import { fullMomentText, onDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import type { LeftThing } from './meeting.rules.ts';
import { Part } from './part.tsx';

interface WrapUpStepProps {
  readonly caseId: string;
  readonly next: Appointment | null;
  /** Null until it is known. */
  readonly left: readonly LeftThing[] | null;
  readonly onSettle: (thing: LeftThing) => void;
  readonly onAppointment: () => void;
  readonly onSheet: () => void;
}

/** What the two leave with. Only what was retained and agreed on is gathered: nothing that was not (R10). */
export function WrapUpStep({ caseId, next, left, onSettle, onAppointment, onSheet }: WrapUpStepProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { data: actions = [] } = useQuery(actionsOf(caseId));
  const { data: decisions } = useQuery(decisionsOf(caseId));
  const retained = decisions?.decided.filter(({ outcome }) => outcome === 'retained') ?? [];
  const agreed = printedActions(actions, today);
  const actionLine = ({ id, text, dueOn }: Action): ReactNode => (
    <li key={id}>
      {text}
      {dueOn === null ? null : (
        <span className="meeting-line-more">{t('action.due', { day: onDayText(dueOn, today, i18n.language) })}</span>
      )}
    </li>
  );
  const part = (title: string, gathered: readonly Action[]): ReactNode =>
    gathered.length === 0 ? null : (
      <Part title={title}>
        <ul className="meeting-lines">{gathered.map(actionLine)}</ul>
      </Part>
    );
  const actionsBy = (owner: Action['owner'], title: string): ReactNode =>
    part(
      title,
      agreed.filter((action) => action.owner === owner),
    );
  return (
    <>
      {left === null ? null : <Left left={left} onSettle={onSettle} />}
      {retained.length === 0 ? null : (
        <Part title={t('meeting.retained')}>
          <ul className="meeting-lines">
            {retained.map(({ decisionId, name, communeName }) => (
              <li key={decisionId}>{[name, communeName ?? ''].filter((part) => part !== '').join(', ')}</li>
            ))}
          </ul>
        </Part>
      )}
      {part(
        t('action.objectiveText'),
        actions.filter((action) => action.kind === 'objective' && isOpen(action)),
      )}
      {actionsBy('person', t('paper.theirs'))}
      {actionsBy('advisor', t('paper.ours'))}
      {actionsBy('partner', t('paper.partners'))}
      <Part title={t('landmarks.next')}>
        {next === null ? <p className="quiet">{t('meeting.wrapUp.noNext')}</p> : null}
        {next === null ? null : <p>{fullMomentText(next.startsAt, localZone(), i18n.language)}</p>}
        <div className="meeting-acts">
          <Button shortcut="J" onClick={onAppointment}>
            {t(next === null ? 'meeting.wrapUp.fix' : 'meeting.wrapUp.another')}
          </Button>
          <Button shortcut="Ctrl P" onClick={onSheet}>
            {t('sheet.open')}
          </Button>
        </div>
      </Part>
    </>
  );
}

/** "Rien ne reste à saisir", or what does, each with its way there. */
function Left({ left, onSettle }: Pick<WrapUpStepProps, 'onSettle'> & { readonly left: readonly LeftThing[] }) {
  const { t } = useTranslation();
  if (left.length === 0) {
    return (
      <p className="meeting-nothing-left" role="status">
        <span aria-hidden="true">✓</span> {t('meeting.wrapUp.nothingLeft')}
      </p>
    );
  }
  return (
    <Part title={t('meeting.wrapUp.left')}>
      <ul className="meeting-lines">
        {left.map((thing) => (
          <li key={thing} className="meeting-line">
            <span>{t(`meeting.left.${thing}`)}</span>
            <Button size="small" onClick={() => onSettle(thing)}>
              {t(`meeting.settle.${thing}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}

import { useTranslation } from 'react-i18next';
import type { SharedAction, SharedBodyOf } from '../../../shared/domain/shared-view/shared-view.schema.ts';
import { fullMomentText, onDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { SharedPart } from './shared-part.tsx';

const OWNERS = ['person', 'advisor', 'partner'] as const;
const TITLES = { person: 'paper.theirs', advisor: 'paper.ours', partner: 'paper.partners' } as const;

interface SharedActionsProps {
  readonly actions: readonly SharedAction[];
  readonly isQuietWhenEmpty?: boolean;
}

/** What the two want to reach, then who does what, the person first. Nothing says that something is late. */
export function SharedActions({ actions, isQuietWhenEmpty = false }: SharedActionsProps) {
  const { t } = useTranslation();
  if (actions.length === 0) return isQuietWhenEmpty ? null : <p className="shared-lead">{t('shared.nothingYet')}</p>;
  const toDo = actions.filter(({ kind }) => kind === 'action');
  return (
    <>
      <Lines title={t('action.objectiveText')} actions={actions.filter(({ kind }) => kind === 'objective')} />
      {OWNERS.map((owner) => (
        <Lines key={owner} title={t(TITLES[owner])} actions={toDo.filter((action) => action.owner === owner)} />
      ))}
    </>
  );
}

function Lines({ title, actions }: { readonly title: string; readonly actions: readonly SharedAction[] }) {
  if (actions.length === 0) return null;
  return (
    <SharedPart title={title}>
      <ul className="shared-lines">
        {actions.map((action, index) => (
          <ActionLine key={index} action={action} />
        ))}
      </ul>
    </SharedPart>
  );
}

function ActionLine({ action: { text, dueOn, progress } }: { readonly action: SharedAction }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const more = [
    progress === 'ahead' ? '' : t(`action.states.${progress}`),
    dueOn === null ? '' : t('action.due', { day: onDayText(dueOn, today, i18n.language) }),
  ].filter((part) => part !== '');
  return (
    <li>
      {text}
      {more.length === 0 ? null : <span className="shared-more">{more.join(', ')}</span>}
    </li>
  );
}

/** The next time the two meet: a day and an hour, nothing that counts down. */
export function NextMeeting({ next }: Pick<SharedBodyOf<'wrapUp'>, 'next'>) {
  const { t, i18n } = useTranslation();
  return (
    <SharedPart title={t('landmarks.next')}>
      <p>
        {next === null
          ? t('meeting.wrapUp.noNext')
          : t('shared.nextMeeting', {
              when: fullMomentText(next.startsAt, localZone(), i18n.language),
              modality: t(`appointment.modalities.${next.modality}`),
            })}
      </p>
    </SharedPart>
  );
}

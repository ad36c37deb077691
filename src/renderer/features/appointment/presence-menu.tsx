import { useTranslation } from 'react-i18next';
import { canBeSaid } from '../../../shared/domain/appointment/appointment.rules.ts';
import { PRESENCES } from '../../../shared/domain/appointment/appointment.ts';
import type { Appointment, Presence } from '../../../shared/domain/appointment/appointment.schema.ts';
import { ActMenu } from '../../ui/act-menu.tsx';

interface PresenceMenuProps {
  readonly appointment: Appointment;
  /** Whose meeting it is, and when: for whoever does not see the row. */
  readonly of: string;
  readonly now: number;
  readonly onSay: (presence: Presence) => void;
  readonly onMove: () => void;
}

/** What became of a meeting: what can be true now, with no choice made beforehand, and moving it while it is planned. */
export function PresenceMenu({ appointment, of, now, onSay, onMove }: PresenceMenuProps) {
  const { t } = useTranslation();
  const { presence: current } = appointment;
  const sayable = PRESENCES.filter((each) => each !== current && canBeSaid(each, appointment, now));
  const moving = { key: 'move', label: t('agenda.move'), shortcut: 'M', run: onMove };
  return (
    <ActMenu
      size="small"
      title={t('agenda.presenceOf', { of })}
      label={current === 'planned' ? t('agenda.presence') : t(`appointment.presences.${current}`)}
      acts={[
        ...sayable.map((presence) => ({
          key: presence,
          label: t(`agenda.say.${presence}`),
          run: () => onSay(presence),
        })),
        ...(current === 'planned' ? [moving] : []),
      ]}
    />
  );
}

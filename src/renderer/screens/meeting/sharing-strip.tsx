import { useTranslation } from 'react-i18next';
import type { MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { Button } from '../../ui/button.tsx';
import { showDecided } from '../shared-view/sharing.ts';
import type { MeetingSharing } from '../shared-view/use-meeting-sharing.ts';

interface SharingStripProps {
  readonly sharing: MeetingSharing;
  readonly personName: string;
  readonly step: MeetingStep;
}

/** What the person has before their eyes, said to whoever cannot see it from here. */
export function SharingStrip({ sharing, personName, step }: SharingStripProps) {
  const { t } = useTranslation();
  const { isOn, isDecidedShown, stop } = sharing;
  if (!isOn) return null;
  return (
    <div className="meeting-sharing">
      <p role="status">{t('shared.strip.sees', { name: personName, step: t(`shared.titles.${step}`) })}</p>
      {step === 'note' ? (
        <Button size="small" aria-pressed={isDecidedShown} onClick={() => showDecided(!isDecidedShown)}>
          {t('shared.note.show')}
        </Button>
      ) : null}
      <Button size="small" onClick={stop}>
        {t('shared.stop')}
      </Button>
    </div>
  );
}

interface ShareButtonProps {
  readonly sharing: MeetingSharing;
  /** Why the person has no screen to look at. */
  readonly without: 'telephone' | 'video' | null;
}

export function ShareButton({ sharing: { isOn, toggle }, without }: ShareButtonProps) {
  const { t } = useTranslation();
  if (without !== null) return <span className="quiet small">{t(`shared.not.${without}`)}</span>;
  return (
    <Button shortcut="F9" aria-pressed={isOn} onClick={toggle}>
      {t('shared.open')}
    </Button>
  );
}

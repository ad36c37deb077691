import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { headerSentence, nameOf } from '../../features/case-file/header-words.ts';
import { projectLine } from '../../features/job-project/project-words.ts';
import { useToldApart } from '../../features/portfolio/use-told-apart.ts';
import { hourText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

interface MeetingHeadProps {
  readonly file: CaseFile;
  /** When the two exchanged last before today. */
  readonly lastContactOn: string | null;
  /** When the appointment ends, an instant; null where that is not known, or past. */
  readonly endsAt: number | null;
  readonly isWrappingUp: boolean;
  readonly onFile: () => void;
  readonly onWrapUp: () => void;
  /** What shares the screen. */
  readonly children: ReactNode;
}

/** With whom, for what, until when. Nothing ticks, and nothing that the person should not read over a shoulder is there. */
export function MeetingHead({
  file,
  lastContactOn,
  endsAt,
  isWrappingUp,
  onFile,
  onWrapUp,
  children,
}: MeetingHeadProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const today = useToday();
  const zone = localZone();
  const apart = useToldApart(file.id);
  const line = headerSentence(
    t,
    { ...file, lastContactOn, nextAppointment: null },
    projectLine(t, file.project, language),
    { today, zone, language, isNextOver: false },
  );
  return (
    <div className="meeting-head">
      <PageHeader title={nameOf(t, file)} subtitle={apart === null ? line : `${apart}. ${line}`}>
        {endsAt === null ? null : (
          <span className="chip meeting-until">{t('meeting.until', { hour: hourText(endsAt, zone, language) })}</span>
        )}
        {children}
        <Button shortcut={t('keys.escape')} onClick={onFile}>
          {t('meeting.file')}
        </Button>
        <Button kind="primary" shortcut="8" aria-disabled={isWrappingUp} onClick={onWrapUp}>
          {t('meeting.steps.wrapUp')}
        </Button>
      </PageHeader>
    </div>
  );
}

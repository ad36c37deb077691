import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/domain/action/action.rules.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { actionsOf } from '../../features/action/action.queries.ts';
import { TagDialog } from '../../features/agency-tag/tag-dialog.tsx';
import { AppointmentDialog } from '../../features/appointment/appointment-dialog.tsx';
import { CloseDialog } from '../../features/case-file/close-dialog.tsx';
import { EraseDialog } from '../../features/case-file/erase-dialog.tsx';
import { PrecautionsDialog } from '../../features/case-file/precautions-dialog.tsx';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { AccessesDialog } from '../../features/hand-over/accesses-dialog.tsx';
import { GiveDialog } from '../../features/hand-over/give-dialog.tsx';
import { onAppointmentText, onDayText } from '../../i18n/dates.ts';
import { forgetWhereabouts } from '../../platform/location.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone, useIsOver, useToday } from '../../platform/today.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { OwnFileDialog } from './own-file-dialog.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import type { LeavingFile } from './use-leaving.ts';

export type CaseDialog =
  'contact' | 'appointment' | 'sheet' | 'tags' | 'give' | 'handOver' | 'accesses' | 'ownFile' | 'close' | 'erase';

interface CaseDialogsProps {
  readonly file: CaseFile;
  readonly personName: string;
  readonly dialog: CaseDialog | null;
  readonly leaving: LeavingFile;
  /** The two are not in the same room. */
  readonly isApart?: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string | readonly string[], text: string) => void;
  readonly onErased: () => void;
}

/** What a file asks before something is written, closed, erased or taken out. */
export function CaseDialogs({
  file,
  personName,
  dialog,
  leaving,
  isApart = false,
  onClose,
  onDone,
  onErased,
}: CaseDialogsProps) {
  const common = { personName, onClose };
  return (
    <>
      <ContactDialog
        {...common}
        caseId={file.id}
        isClosed={file.closedOn !== null}
        isOpen={dialog === 'contact'}
        onDone={onDone}
      />
      <AppointmentDialog caseId={file.id} isOpen={dialog === 'appointment'} onClose={onClose} onDone={onDone} />
      <TagDialog {...common} caseId={file.id} isOpen={dialog === 'tags'} onDone={onDone} />
      <CloseDialog file={file} isOpen={dialog === 'close'} onClose={onClose} onDone={onDone}>
        <StillAhead file={file} />
      </CloseDialog>
      <GiveDialog
        caseIds={[file.id]}
        what={personName}
        isOpen={dialog === 'give'}
        onClose={onClose}
        onGiven={(isForGood) => {
          // It is a colleague's now: nothing of it stays in the way back.
          if (isForGood) forgetWhereabouts({ screen: 'portfolio' });
        }}
      />
      <HandOverDialog caseId={file.id} isOpen={dialog === 'handOver'} onClose={onClose} />
      <AccessesDialog {...common} caseId={file.id} isOpen={dialog === 'accesses'} />
      <SheetDialog {...{ file, leaving, isApart, onClose, onDone }} isOpen={dialog === 'sheet'} />
      <OwnFileDialog {...{ file, leaving, onClose }} isOpen={dialog === 'ownFile'} />
      <EraseDialog {...common} file={file} isOpen={dialog === 'erase'} onErased={onErased} />
      <PrecautionsDialog
        personName={personName}
        precautions={leaving.precautions}
        leaving={leaving.asked}
        onClose={leaving.giveUp}
        onConfirm={leaving.confirm}
      />
    </>
  );
}

/** What stays promised and planned: closing a file keeps nobody's promise. */
function StillAhead({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { data = [] } = useQuery(actionsOf(file.id));
  const { data: unfinished = [] } = useQuery({ ...callQuery('note.unfinished', {}), staleTime: 0 });
  const left = data.filter(isOpen);
  const isNoteLeft = unfinished.some(({ caseId }) => caseId === file.id);
  const isOver = useIsOver(file.nextAppointment?.startsAt ?? null);
  const next = isOver ? null : file.nextAppointment;
  if (left.length === 0 && next === null && !isNoteLeft) return <p className="quiet">{t('closing.nothingLeft')}</p>;
  return (
    <section className="closing-left" aria-labelledby="closing-left-title">
      <h3 id="closing-left-title">{t('closing.left')}</h3>
      <ul>
        {next === null ? null : (
          <li>
            {t('caseFile.nextAppointment', {
              when: onAppointmentText(next.startsAt, now, localZone(), i18n.language),
            })}
          </li>
        )}
        {isNoteLeft ? <li>{t('closing.draftLeft')}</li> : null}
        {left.map(({ id, owner, text, dueOn }) => (
          <li key={id}>
            {t('closing.leftLine', { owner: t(`action.owners.${owner}`), text })}
            {dueOn === null ? null : (
              <span className="quiet"> {t('action.due', { day: onDayText(dueOn, now, i18n.language) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnfinishedNote } from '../../../shared/domain/note/note.schema.ts';
import { addDays, localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, onDayText } from '../../i18n/dates.ts';
import { type FormName, leaveFoundAgain, useFoundAgain } from '../../platform/half-typed.ts';
import { go } from '../../platform/location.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';

/** When each account came first in this run, and who has answered the line since. Identifiers only. */
const arrivedAt = new Map<string, number>();
const told = new Set<string>();

function firstArrival(accountId: string): number {
  const arrival = arrivedAt.get(accountId) ?? Date.now();
  arrivedAt.set(accountId, arrival);
  return arrival;
}

/** A note written today or yesterday, before this run, and not validated: after a cut, that it is still there. */
export function KeptNoteLine({ accountId }: { readonly accountId: string }) {
  const [isLeft, setIsLeft] = useState(() => told.has(accountId));
  const [arrival] = useState(() => firstArrival(accountId));
  const today = useToday();
  const { data } = useQuery({ ...callQuery('note.unfinished', {}), enabled: !isLeft, staleTime: 0 });
  const yesterday = addDays(today, -1);
  // What was written since needs no telling.
  const note = data?.find(({ savedAt }) => savedAt < arrival && localDateAt(savedAt, localZone()) >= yesterday);
  if (isLeft || note === undefined) return null;
  return (
    <NoteLine
      note={note}
      onLeave={() => {
        told.add(accountId);
        setIsLeft(true);
      }}
    />
  );
}

function NoteLine({ note, onLeave }: { readonly note: UnfinishedNote; readonly onLeave: () => void }) {
  const { t, i18n } = useTranslation();
  const zone = localZone();
  const day = onDayText(localDateAt(note.startedAt, zone), useToday(), i18n.language);
  const resume = (): void => {
    onLeave();
    go({ screen: 'caseFile', caseId: note.caseId, tab: 'notes', begun: 'note' });
  };
  return (
    <div className="kept-note-line" role="status">
      <span>{t('frame.keptNote', { day, hour: hourText(note.startedAt, zone, i18n.language) })}</span>
      <TextButton onClick={resume}>{t('frame.keptNoteOpen')}</TextButton>
      <TextButton onClick={onLeave}>{t('ui.close')}</TextButton>
    </div>
  );
}

/** What was begun in a form before a lock or a cut, and not sent: the last one of each form. */
export function KeptFormLines() {
  const found = useFoundAgain();
  return (['action', 'contact'] as const).map((form) => {
    const last = found.findLast((each) => each.form === form);
    return last === undefined ? null : <FormLine key={form} form={form} caseId={last.caseId} />;
  });
}

function FormLine({ form, caseId }: { readonly form: FormName; readonly caseId: string }) {
  const { t } = useTranslation();
  const leave = (): void => leaveFoundAgain(form);
  const resume = (): void => {
    leave();
    go({ screen: 'caseFile', caseId, tab: 'summary', begun: form });
  };
  return (
    <div className="kept-note-line" role="status">
      <span>{t(`frame.keptForms.${form}`)}</span>
      <TextButton onClick={resume}>{t(`frame.keptFormsOpen.${form}`)}</TextButton>
      <TextButton onClick={leave}>{t('ui.close')}</TextButton>
    </div>
  );
}

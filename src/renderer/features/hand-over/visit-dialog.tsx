import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VISIT_REASONS, type VisitReason } from '../../../shared/domain/hand-over/hand-over.ts';
import type { FoundElsewhere } from '../../../shared/domain/hand-over/hand-over.schema.ts';
import { call } from '../../platform/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './hand-over.css';

interface VisitDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpened: (caseId: string) => void;
}

/** Somebody whom a colleague accompanies calls or comes: their file opens for the day, once it is said why. */
export function VisitDialog({ isOpen, onClose, onOpened }: VisitDialogProps) {
  const { t } = useTranslation();
  const [found, setFound] = useState<FoundElsewhere | null>(null);
  const close = (): void => {
    setFound(null);
    onClose();
  };
  return (
    <Dialog title={t('handOver.visit.title')} isOpen={isOpen} onClose={close} focus="content">
      {found === null ? (
        <Finding onChoose={setFound} />
      ) : (
        <Reason
          key={found.caseId}
          found={found}
          onOpened={() => {
            close();
            onOpened(found.caseId);
          }}
        />
      )}
    </Dialog>
  );
}

const SHORTEST = 3;

function Finding({ onChoose }: { readonly onChoose: (found: FoundElsewhere) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isShort, setIsShort] = useState(false);
  const find = useMutation({ mutationFn: (typed: string) => call('handOver.find', { text: typed }) });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsShort(text.trim().length < SHORTEST);
    if (text.trim().length >= SHORTEST) find.mutate(text.trim());
  };
  const people = find.data ?? null;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextField
        label={t('handOver.visit.name')}
        data-autofocus
        isUnchecked
        maxLength={80}
        hint={t('handOver.visit.nameHint')}
        error={isShort ? t('handOver.visit.tooShort') : null}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {people === null ? null : (
        <div role="status">
          {people.length === 0 ? (
            <p>{t('handOver.visit.nobody')}</p>
          ) : (
            <div className="found-elsewhere">
              {people.map((person) => (
                <button key={person.caseId} type="button" className="button" onClick={() => onChoose(person)}>
                  {t('handOver.visit.person', { name: fullName(person), advisor: person.advisorName })}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
      <FormActions error={find.error} isPending={find.isPending} submit={t('handOver.visit.find')} />
    </form>
  );
}

function Reason({ found, onOpened }: { readonly found: FoundElsewhere; readonly onOpened: () => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState<VisitReason | ''>('');
  const [words, setWords] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const { caseId } = found;
  const visit = useMutation({
    mutationFn: (asked: VisitReason) => call('handOver.visit', { caseId, why: asked, words }),
    onSuccess: onOpened,
  });
  const isVague = why === 'other' && words.trim() === '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (why !== '' && !isVague) visit.mutate(why);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>
        <strong>{t('handOver.visit.person', { name: fullName(found), advisor: found.advisorName })}</strong>
      </p>
      <div>
        <Segmented<VisitReason | ''>
          hasFirstFocus
          label={t('handOver.why')}
          choices={VISIT_REASONS.map((value) => ({ value, label: t(`handOver.visits.${value}`) }))}
          chosen={why}
          onChoose={setWhy}
        />
        {isChecked && why === '' ? <p className="field-error">{t('handOver.missing.why')}</p> : null}
      </div>
      <TextField
        label={t('handOver.visit.words')}
        maxLength={120}
        error={isChecked && isVague ? t('handOver.missing.words') : null}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p className="quiet">{t('handOver.visit.means')}</p>
      <FormActions error={visit.error} isPending={visit.isPending} submit={t('handOver.visit.open')} />
    </form>
  );
}

function fullName({ first, last }: FoundElsewhere): string {
  return `${first} ${last}`.trim();
}

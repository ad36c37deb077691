import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ENGAGEMENT_KINDS, MOST_COMMITMENTS } from '../../../shared/domain/engagement/engagement.ts';
import type { Engagement } from '../../../shared/domain/engagement/engagement.schema.ts';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EngagementInput } from './engagement.queries.ts';

interface EngagementFormProps {
  readonly caseId: string;
  /** The copy that this one takes the place of: what it said is there to change. */
  readonly former: Engagement | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One more line to type in than there are commitments. */
function withEmptyLine(commitments: readonly string[]): readonly string[] {
  const isFull = commitments.length >= MOST_COMMITMENTS || commitments.at(-1) === '';
  return isFull ? commitments : [...commitments, ''];
}

/** What the contract says, typed once: the copy does not change any more. */
export function EngagementForm({ caseId, former, onClose, onDone }: EngagementFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [kind, setKind] = useState<Engagement['kind']>(former?.kind ?? 'engagement');
  const [days, setDays] = useState({ signedOn: '', startsOn: '', endsOn: '' });
  const [hours, setHours] = useState('');
  const [reference, setReference] = useState('');
  const [commitments, setCommitments] = useState<readonly string[]>(() => withEmptyLine(former?.commitments ?? []));
  const [isChecked, setIsChecked] = useState(false);
  const commandIdOf = useCommandIds();
  const record = useMutation({
    mutationFn: (asked: EngagementInput) => call('engagement.record', { ...asked, commandId: commandIdOf(asked) }),
    onSuccess: onDone,
  });
  const { signedOn, startsOn, endsOn } = days;
  const isEndWrong = endsOn !== '' && endsOn < startsOn;
  const isRight = signedOn !== '' && startsOn !== '' && !isEndWrong;
  const missing = (day: string): string | null => (isChecked && day === '' ? t('engagement.dayMissing') : null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!isRight || record.isPending) return;
    record.mutate({
      ...{ caseId, kind, signedOn, startsOn, endsOn: endsOn === '' ? null : endsOn },
      weeklyHours: hours === '' ? null : Math.min(48, Math.max(0, Math.round(Number(hours)))),
      commitments: commitments.map((text) => text.trim()).filter((text) => text !== ''),
      ...{ reference: reference.trim(), replaces: former?.id ?? null },
    });
  };
  const dayField = (name: keyof typeof days, error: string | null) => (
    <TextField
      label={t(`engagement.${name}`)}
      type="date"
      max={name === 'signedOn' ? today : undefined}
      value={days[name]}
      error={error}
      onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className="engagement-form"
      aria-label={t('engagement.copy')}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <label className="field">
        <span className="field-label">{t('engagement.kind')}</span>
        <select
          className="field-input"
          autoFocus
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(ENGAGEMENT_KINDS.find((each) => each === value) ?? kind)}
        >
          {ENGAGEMENT_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`engagement.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="engagement-row">
        {dayField('signedOn', missing(signedOn))}
        {dayField('startsOn', missing(startsOn))}
        {dayField('endsOn', isChecked && isEndWrong ? t('engagement.endWrong') : null)}
      </div>
      <div className="engagement-row">
        <TextField
          label={t('engagement.hours')}
          type="number"
          min={0}
          max={48}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <TextField
          label={t('engagement.reference')}
          maxLength={40}
          isUnchecked
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </div>
      {commitments.map((text, index) => (
        <TextField
          key={index}
          label={t('engagement.commitment', { n: index + 1 })}
          maxLength={160}
          spellCheck
          value={text}
          onChange={(event) =>
            setCommitments(
              withEmptyLine(commitments.map((each, at) => (at === index ? event.currentTarget.value : each))),
            )
          }
        />
      ))}
      <p className="quiet small">{t('engagement.frozen')}</p>
      {record.error === null ? null : <ErrorState error={record.error} />}
      <div className="form-actions">
        <Button type="submit" disabled={record.isPending}>
          {t('engagement.keep')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('action.giveUp')}
        </Button>
      </div>
    </form>
  );
}

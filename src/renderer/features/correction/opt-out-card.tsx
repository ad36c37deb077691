import { type SubmitEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { OPT_OUT_ASKERS, OPT_OUT_SCOPES } from '../../../shared/domain/correction/correction.ts';
import type { OptOut } from '../../../shared/domain/correction/correction.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useToday } from '../../platform/today.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';

interface OptOutCardProps {
  readonly siret: string;
  readonly employerName: string;
  readonly optOut: OptOut | null;
}

/** A company may ask to be proposed no more: who asked there, when, and how to propose it again. */
export function OptOutCard({ siret, employerName, optOut }: OptOutCardProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const [isAsking, setIsAsking] = useState(false);
  const lift = async (): Promise<void> => {
    try {
      await commit('correction.dismiss', { siret });
      showToast(t('optOut.lifted', { name: employerName }));
    } catch (error) {
      const { code } = asApiError(error);
      showToast(code === 'NOT_FOUND' ? t('optOut.elsewhere') : t(`errors.${code}`));
    }
  };
  return (
    <section className="card">
      <h2>{t('optOut.title')}</h2>
      {optOut === null ? (
        <>
          <p className="quiet">{t('optOut.text')}</p>
          <TextButton onClick={() => setIsAsking(true)}>{t('optOut.ask')}</TextButton>
        </>
      ) : (
        <>
          <p>
            <strong>{t('optOut.is')}</strong>{' '}
            {t('optOut.isBy', {
              who: t(`optOut.askers.${optOut.askedBy}`),
              day: shortDayText(optOut.askedOn, today, i18n.language),
              scope: t(`optOut.scopes.${optOut.scope}`),
            })}
          </p>
          <Button size="small" onClick={() => void lift()}>
            {t('optOut.lift')}
          </Button>
        </>
      )}
      <Dialog
        title={t('optOut.dialog', { name: employerName })}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        focus="content"
      >
        <OptOutForm
          siret={siret}
          onDone={() => {
            setIsAsking(false);
            showToast(t('optOut.done', { name: employerName }));
          }}
        />
      </Dialog>
    </section>
  );
}

type Asked = Omit<CallInput<'correction.optOut'>, 'commandId'>;

function OptOutForm({ siret, onDone }: { readonly siret: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [askedBy, setAskedBy] = useState<OptOut['askedBy']>('not-said');
  const [askedOn, setAskedOn] = useState<string>(today);
  const [scope, setScope] = useState<OptOut['scope']>('site');
  const send = useMutation({ mutationFn: (asked: Asked) => commit('correction.optOut', asked), onSuccess: onDone });
  const isDayWrong = askedOn === '' || askedOn > today;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isDayWrong && !send.isPending) send.mutate({ siret, askedBy, askedOn, scope });
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Segmented
        label={t('optOut.askedBy')}
        choices={OPT_OUT_ASKERS.map((value) => ({ value, label: t(`optOut.askers.${value}`) }))}
        chosen={askedBy}
        hasFirstFocus
        onChoose={setAskedBy}
      />
      <Segmented
        label={t('optOut.scope')}
        choices={OPT_OUT_SCOPES.map((value) => ({ value, label: t(`optOut.scopes.${value}`) }))}
        chosen={scope}
        onChoose={setScope}
      />
      <TextField
        type="date"
        label={t('optOut.askedOn')}
        max={today}
        value={askedOn}
        error={isDayWrong ? t('optOut.dayWrong') : null}
        onChange={(event) => setAskedOn(event.currentTarget.value)}
      />
      <FormActions error={send.error} isPending={send.isPending} submit={t('optOut.confirm')} />
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessStatus, Account } from '../../../shared/domain/access/access.schema.ts';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { OnboardingDialog, type OnboardingStep } from '../../features/onboarding/onboarding-dialog.tsx';
import { onboardingPreference, useOnboardingDone } from '../../features/onboarding/onboarding.queries.ts';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import { DEFAULT_SETTINGS_SHOWN } from '../../features/settings/choices.ts';
import { openSettings } from '../../features/settings/sections.ts';
import { settingsQuery } from '../../features/settings/settings.queries.ts';
import { go } from '../../platform/location.ts';
import { Button } from '../../ui/button.tsx';

interface FirstStepsProps {
  readonly access: AccessStatus;
  readonly account: Account;
  /** Asked for again. */
  readonly isAsked: boolean;
  /** A first file is being made: the steps wait. */
  readonly isWaiting: boolean;
  readonly onClose: () => void;
  readonly onCreateFile: () => void;
}

/** The first steps of an account: by themselves at its first unlocking, then when they are asked for. */
export function FirstSteps({ access, account, isAsked, isWaiting, onClose, onCreateFile }: FirstStepsProps) {
  const { t } = useTranslation();
  const { data: preference } = useQuery(onboardingPreference);
  const done = useOnboardingDone();
  const [resumedAt, setResumedAt] = useState(0);
  const isFirstTime = preference?.value === null;
  const leave = (): void => {
    if (isFirstTime) done.mutate();
    setResumedAt(0);
    onClose();
    // By themselves they opened from nowhere: the screen under them is read from its title.
    if (!isAsked) document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
  };
  /** What a step leads to comes once the steps are closed. */
  const leaveFor = (run: () => void) => (): void => {
    leave();
    run();
  };
  /** Made or not, the file leads on to the step after it: safety is said to everyone. */
  const createFile = (): void => {
    setResumedAt(SAFETY_AT);
    onCreateFile();
  };
  const steps: readonly OnboardingStep[] = [
    { key: 'share', title: t('onboarding.share.title'), content: <Share /> },
    ...(account.role === 'advisor'
      ? [
          {
            key: 'file',
            title: t('onboarding.file.title'),
            content: <FirstFile access={access} leaveFor={leaveFor} onCreateFile={createFile} />,
          },
        ]
      : []),
    { key: 'safety', title: t('onboarding.safety.title'), content: <Safety access={access} leaveFor={leaveFor} /> },
  ];
  const isOpen = !isWaiting && (isFirstTime || isAsked || resumedAt > 0);
  return <OnboardingDialog steps={steps} isOpen={isOpen} startAt={resumedAt} onDone={leave} />;
}

/** For an advisor, whose second step is the first file. */
const SAFETY_AT = 2;

const DOES = ['thread', 'employers', 'local'] as const;
const YOURS = ['decide', 'speak', 'refuse'] as const;

function Share() {
  const { t } = useTranslation();
  return (
    <div className="onboarding-sides">
      <div>
        <h4>{t('onboarding.share.does')}</h4>
        <ul>
          {DOES.map((line) => (
            <li key={line}>{t(`onboarding.share.doesLines.${line}`)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h4>{t('onboarding.share.yours')}</h4>
        <ul>
          {YOURS.map((line) => (
            <li key={line}>{t(`onboarding.share.yoursLines.${line}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type LeaveFor = (run: () => void) => () => void;

interface FirstFileProps {
  readonly access: AccessStatus;
  readonly leaveFor: LeaveFor;
  readonly onCreateFile: () => void;
}

/** One's own first file; in the demonstration, somebody who is there already. */
function FirstFile({ access, leaveFor, onCreateFile }: FirstFileProps) {
  const { t } = useTranslation();
  const isDemonstration = access.workspace === 'demonstration';
  const rows = useQuery({ ...portfolio, enabled: isDemonstration }).data ?? [];
  const first = rows.find(({ closedOn, nextAppointmentAt }) => closedOn === null && nextAppointmentAt !== null);
  return (
    <>
      <p>{t(isDemonstration ? 'onboarding.file.demonstration' : 'onboarding.file.own')}</p>
      <p>{t('onboarding.file.keys')}</p>
      <div>
        {isDemonstration && first !== undefined ? (
          <Button onClick={leaveFor(() => go({ screen: 'caseFile', caseId: first.id, tab: 'summary' }))}>
            {t('onboarding.file.demonstrationOpen', { name: spokenName(first) })}
          </Button>
        ) : null}
        {isDemonstration ? null : <Button onClick={onCreateFile}>{t('onboarding.file.ownOpen')}</Button>}
      </div>
    </>
  );
}

function Safety({ access, leaveFor }: { readonly access: AccessStatus; readonly leaveFor: LeaveFor }) {
  const { t } = useTranslation();
  const { idleMinutes } = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  const isDemonstration = access.workspace === 'demonstration';
  return (
    <>
      <p>{t('onboarding.safety.idle', { count: idleMinutes })}</p>
      <p>{t('onboarding.safety.copies')}</p>
      <p>{t(isDemonstration ? 'onboarding.safety.codeDemonstration' : 'onboarding.safety.code')}</p>
      {isDemonstration ? null : (
        <div>
          <Button onClick={leaveFor(() => openSettings('security'))}>{t('onboarding.safety.codeOpen')}</Button>
        </div>
      )}
    </>
  );
}

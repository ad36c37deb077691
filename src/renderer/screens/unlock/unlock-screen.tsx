import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessStatus, ListedAccount } from '../../../shared/domain/access/access.schema.ts';
import type { WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { CreateSpaceForm } from '../../features/access/create-space-form.tsx';
import { NoRecoveryCode } from '../../features/access/no-recovery-code.tsx';
import { RecoverForm } from '../../features/access/recover-form.tsx';
import { type DamagedSpace, UnlockForm } from '../../features/access/unlock-form.tsx';
import { MoveEnd, MoveProgress } from '../../features/data-folder/move-progress.tsx';
import { useMoveSeen } from '../../features/data-folder/data-folder.queries.ts';
import { DEFAULT_SETTINGS_SHOWN } from '../../features/settings/choices.ts';
import { openSettings } from '../../features/settings/sections.ts';
import { settingsQuery } from '../../features/settings/settings.queries.ts';
import type { TryDemonstration } from '../../features/workspace/workspace.queries.ts';
import { Gate } from '../welcome/gate.tsx';
import { DamagedFiles } from './damaged-files.tsx';
import { Elsewhere } from './elsewhere.tsx';

interface UnlockScreenProps {
  readonly status: WorkspaceStatus;
  readonly access: AccessStatus;
  readonly tryDemonstration: TryDemonstration;
}

/** What stands instead of the passphrase: a space to create, a code de secours, a repair. */
type Way =
  | { readonly way: 'passphrase' }
  | { readonly way: 'create' }
  | { readonly way: 'forgotten'; readonly account: ListedAccount }
  | { readonly way: 'damaged'; readonly damaged: DamagedSpace };

const BY_PASSPHRASE: Way = { way: 'passphrase' };

/** Nobody is at the keyboard yet: who opens the case files of this workspace, or who creates them. */
export function UnlockScreen({ status, access, tryDemonstration }: UnlockScreenProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState<Way>(BY_PASSPHRASE);
  const goBack = (): void => setAt(BY_PASSPHRASE);
  const move = useMoveSeen();
  const { idleMinutes } = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  if (move?.state === 'running') {
    return (
      <Gate title={t('dataFolder.running')}>
        <div className="gate-form">
          <MoveProgress move={move} />
        </div>
      </Gate>
    );
  }
  const isOwnToCreate = access.workspace === 'own' && !access.isCreated;
  if (isOwnToCreate || at.way === 'create') {
    return (
      <Gate title={t('access.create.title')}>
        <CreateSpaceForm hasData={isOwnToCreate && status.manifest !== null} onCancel={isOwnToCreate ? null : goBack} />
        {isOwnToCreate ? <Elsewhere status={status} tryDemonstration={tryDemonstration} onCreate={null} /> : null}
      </Gate>
    );
  }
  if (at.way === 'damaged') {
    return (
      <Gate title={t('access.repair.title')}>
        <DamagedFiles damaged={at.damaged} onBack={goBack} />
      </Gate>
    );
  }
  if (at.way === 'forgotten') {
    return (
      <Gate title={t('access.recover.title')}>
        <Forgotten account={at.account} onBack={goBack} />
      </Gate>
    );
  }
  return (
    <Gate title={t('access.unlock.title')}>
      {move === null ? null : <MoveEnd move={move} />}
      <UnlockForm
        key={access.workspace}
        access={access}
        idleMinutes={idleMinutes}
        onForgot={(account) => setAt({ way: 'forgotten', account })}
        onDamaged={(damaged) => setAt({ way: 'damaged', damaged })}
      />
      <Elsewhere status={status} tryDemonstration={tryDemonstration} onCreate={() => setAt({ way: 'create' })} />
    </Gate>
  );
}

interface ForgottenProps {
  readonly account: ListedAccount;
  readonly onBack: () => void;
}

function Forgotten({ account, onBack }: ForgottenProps) {
  if (!account.hasRecoveryCode) return <NoRecoveryCode onBack={onBack} />;
  // The code is used up: the next thing to do is another one.
  return <RecoverForm account={account} onRecovered={() => openSettings('security')} onCancel={onBack} />;
}

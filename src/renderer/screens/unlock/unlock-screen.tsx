import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessStatus } from '../../../shared/domain/access/access.schema.ts';
import type { WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { CreateSpaceForm } from '../../features/access/create-space-form.tsx';
import { UnlockForm } from '../../features/access/unlock-form.tsx';
import type { TryDemonstration } from '../../features/workspace/workspace.queries.ts';
import { Gate } from '../welcome/gate.tsx';
import { Elsewhere } from './elsewhere.tsx';

interface UnlockScreenProps {
  readonly status: WorkspaceStatus;
  readonly access: AccessStatus;
  readonly tryDemonstration: TryDemonstration;
}

/** Nobody is at the keyboard yet: who opens the case files of this workspace, or who creates them. */
export function UnlockScreen({ status, access, tryDemonstration }: UnlockScreenProps) {
  const { t } = useTranslation();
  const [wantsSpace, setWantsSpace] = useState(false);
  const isOwnToCreate = access.workspace === 'own' && !access.isCreated;
  if (isOwnToCreate || wantsSpace) {
    return (
      <Gate title={t('access.create.title')}>
        <CreateSpaceForm
          hasData={isOwnToCreate && status.manifest !== null}
          onCancel={isOwnToCreate ? null : () => setWantsSpace(false)}
        />
        {isOwnToCreate ? <Elsewhere status={status} tryDemonstration={tryDemonstration} onCreate={null} /> : null}
      </Gate>
    );
  }
  return (
    <Gate title={t('access.unlock.title')}>
      <UnlockForm key={access.workspace} access={access} />
      <Elsewhere status={status} tryDemonstration={tryDemonstration} onCreate={() => setWantsSpace(true)} />
    </Gate>
  );
}

import type { CallInput } from '../../../shared/contract/index.ts';
import { useRepair } from '../../features/access/access.queries.ts';
import { type RepairSource, RepairPanel } from '../../features/access/repair-panel.tsx';
import type { DamagedSpace } from '../../features/access/unlock-form.tsx';
import { tellRepair } from '../../features/backup/last-repair.ts';
import { CopyDiagnostic } from '../../features/diagnostic/copy-diagnostic.tsx';
import { openSettings } from '../../features/settings/sections.ts';

interface DamagedFilesProps {
  /** With the passphrase that was just typed: it is kept for as long as this is shown, and no longer. */
  readonly damaged: DamagedSpace;
  readonly onBack: () => void;
}

/** Repairs what could not be opened, opens it, and leads to what was done. */
export function DamagedFiles({ damaged, onBack }: DamagedFilesProps) {
  const { accountId, passphrase, offer } = damaged;
  const repair = useRepair(({ status, repaired }) => {
    tellRepair(repaired);
    if (status.session?.role === 'advisor') openSettings('backups');
  });
  const onRepair = (from: RepairSource): void => {
    const backupId = from === 'backup' ? (offer.backupId ?? null) : null;
    const input: CallInput<'access.repair'> = { accountId, passphrase, from, backupId };
    repair.mutate(input);
  };
  return (
    <RepairPanel
      offer={offer}
      onRepair={onRepair}
      isPending={repair.isPending}
      error={repair.error}
      onBack={onBack}
      diagnostic={<CopyDiagnostic />}
    />
  );
}

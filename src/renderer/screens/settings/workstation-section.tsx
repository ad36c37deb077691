import { DataFolderCard } from '../../features/data-folder/data-folder-card.tsx';
import { DiagnosticCard } from '../../features/diagnostic/diagnostic-card.tsx';

/** This workstation: where its data are, and what to send to whoever helps. */
export function WorkstationSection() {
  return (
    <>
      <DataFolderCard />
      <DiagnosticCard />
    </>
  );
}

import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventPayload } from '../../../shared/contract/index.ts';
import { useBridgeEvent } from '../../platform/query-client.ts';
import { showToast } from '../../ui/toast.tsx';
import './dataset.css';
import { offerFolder } from './offered-folder.ts';

/** A folder dropped anywhere is offered for import; the path stays with the shell, which answers by an event. */
export function DropTarget({ onOffered }: { readonly onOffered: () => void }) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  useBridgeEvent(
    'dataset.folderOffered',
    useCallback(
      ({ preview }: EventPayload<'dataset.folderOffered'>) => {
        if (preview === null) {
          showToast(t('import.notAFolder'));
          return;
        }
        offerFolder(preview);
        onOffered();
      },
      [onOffered, t],
    ),
  );
  useEffect(() => {
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-overlay">
      <p>{t('import.dropHere')}</p>
    </div>
  );
}

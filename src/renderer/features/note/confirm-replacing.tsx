import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface ConfirmReplacingProps {
  readonly kind: 'discard' | 'correct' | null;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Before the note being written leaves the screen: asked once, with what becomes of it. */
export function ConfirmReplacing({ kind, onClose, onConfirm }: ConfirmReplacingProps) {
  const { t } = useTranslation();
  const asked = kind ?? 'discard';
  return (
    <Dialog title={t(`note.ask.${asked}.title`)} isOpen={kind !== null} onClose={onClose}>
      <div className="form">
        <p>{t(`note.ask.${asked}.text`)}</p>
        <div className="form-actions">
          <Button onClick={onConfirm}>{t(`note.ask.${asked}.yes`)}</Button>
          <Button kind="quiet" onClick={onClose}>
            {t('note.ask.no')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

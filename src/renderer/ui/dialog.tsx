import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { FirstFocus } from './first-focus.tsx';
import './layers.css';

const DIALOG_PARTS = {
  overlay: 'dialog-overlay',
  content: 'dialog-content',
  title: 'dialog-title',
  body: 'dialog-body',
};

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /**
   * Where the focus goes first: to the close button, or to what `data-autofocus` marks in the content (a form). A form is
   * not closed by a click beside it: what is typed would go.
   */
  readonly focus?: 'close' | 'content';
  /** What the button of the head says, where closing has a name of its own. */
  readonly closeLabel?: string;
  /** For what is looked at beside what is chosen. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, focus = 'close', closeLabel, isWide = false, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      closeOnClickOutside={focus === 'close'}
      size={`min(calc(${isWide ? 1040 : 620}px * var(--zoom)), 94vw)`}
      centered
      returnFocus={false}
      classNames={DIALOG_PARTS}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-header">
          <Modal.Title>{title}</Modal.Title>
          <Button kind="quiet" size="small" onClick={onClose} data-autofocus={focus === 'close' || undefined}>
            {closeLabel ?? t('ui.close')}
          </Button>
        </div>
        <Modal.Body>{children}</Modal.Body>
        <FirstFocus />
      </Modal.Content>
    </Modal.Root>
  );
}

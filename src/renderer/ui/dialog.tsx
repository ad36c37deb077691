import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import './layers.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={620} centered>
      <Modal.Overlay className="dialog-overlay" />
      <Modal.Content className="dialog-content">
        <Modal.Header className="dialog-header">
          <Modal.Title className="dialog-title">{title}</Modal.Title>
          <Button kind="quiet" size="small" onClick={onClose} data-autofocus>
            {t('ui.close')}
          </Button>
        </Modal.Header>
        <Modal.Body className="dialog-body">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../shared/domain/paper/paper.schema.ts';
import { PaperDocument } from './paper-document.tsx';

const STEPS: Readonly<Record<string, -1 | 1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  Enter: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

interface PaperPhotoProps {
  readonly paper: Paper;
  readonly onClose: () => void;
}

/** The document full screen, for the person's own telephone: turned by the keys, left by Escape. */
export function PaperPhoto({ paper, onClose }: PaperPhotoProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(0);
  const [count, setCount] = useState(1);
  useLayoutEffect(() => {
    const measure = (): void => {
      const shown = pages.current;
      if (shown !== null) setCount(Math.max(1, Math.round(shown.scrollWidth / shown.clientWidth)));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [paper]);
  useEffect(() => {
    const before = document.activeElement;
    root.current?.focus();
    return () => {
      // What had the keys has them again, once it is on screen again.
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus());
    };
  }, []);
  const shown = Math.min(page, count - 1);
  useLayoutEffect(() => {
    if (pages.current !== null) pages.current.scrollLeft = shown * pages.current.clientWidth;
  }, [shown, count]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const step = STEPS[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Home') setPage(0);
    else if (event.key === 'End') setPage(count - 1);
    else if (step !== undefined) setPage(Math.min(count - 1, Math.max(0, shown + step)));
    else return;
    event.preventDefault();
  };
  return createPortal(
    <div
      ref={root}
      className="paper-photo"
      role="dialog"
      aria-modal="true"
      aria-label={paper.title}
      tabIndex={-1}
      data-mantine-stop-propagation="true"
      onKeyDown={onKeyDown}
    >
      <div ref={pages} className="paper-photo-pages">
        <PaperDocument paper={paper} />
      </div>
      {count === 1 ? null : (
        <p className="paper-photo-place" role="status">
          {t('paper.place', { page: shown + 1, count })}
        </p>
      )}
    </div>,
    document.body,
  );
}

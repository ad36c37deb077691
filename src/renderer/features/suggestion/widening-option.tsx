import type { ReactNode } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import './side-panels.css';

interface WideningOptionProps {
  readonly shortcut: string;
  readonly label: ReactNode;
  /** How many more it brings. */
  readonly count: string;
  readonly onClick: () => void;
}

export function WideningOption({ shortcut, label, count, onClick }: WideningOptionProps) {
  return (
    <li>
      <button type="button" className="widening-option" onClick={onClick}>
        <Kbd>{shortcut}</Kbd>
        <span>{label}</span>
        <span className="widening-count">{count}</span>
      </button>
    </li>
  );
}

import { useRef } from 'react';
import type { SetAsideReason } from '../../../../shared/domain/decision/decision.schema.ts';
import { useKeptWhenLeft } from '../../../features/case-file/use-kept-when-left.ts';
import { ReasonsPanel } from '../../../features/decision/reasons-panel.tsx';
import { type CaseLine, nameOfLine, type SetAsideHere } from './case-rows.ts';

interface RowReasonsProps {
  readonly line: CaseLine;
  readonly here: SetAsideHere;
  /** Closes the panel with these; nothing to say changes nothing. */
  readonly onGive: (reasons: readonly SetAsideReason[], words: string) => void;
  /** Keeps them where the panel goes by itself. */
  readonly onLeave: (reasons: readonly SetAsideReason[], words: string) => Promise<void>;
}

interface Typed {
  readonly reasons: readonly SetAsideReason[];
  readonly words: string;
}

/** Why, under the row that was set aside. What was said is kept when one goes elsewhere without a word. */
export function RowReasons({ line, here, onGive, onLeave }: RowReasonsProps) {
  /** Null while nothing differs from what is kept. */
  const typed = useRef<Typed | null>(null);
  const give = (reasons: readonly SetAsideReason[], words: string): void => {
    typed.current = null;
    onGive(reasons, words);
  };
  useKeptWhenLeft(async () => {
    const left = typed.current;
    typed.current = null;
    if (left !== null) await onLeave(left.reasons, left.words);
  });
  return (
    <ReasonsPanel
      name={nameOfLine(line)}
      reasons={here.reasons}
      words={here.words}
      isOfTheData={line.kind === 'found'}
      onClose={() => give([], '')}
      onKeep={give}
      onType={(reasons, words) => {
        typed.current = { reasons, words };
      }}
    />
  );
}

import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { announce } from '../platform/live-region.tsx';
import { TextButton } from './button.tsx';
import './text-check.css';
import { stillThere, takenOut, type TextMark } from './text-marks.ts';
import { useIsShared } from './use-is-shared.ts';

/** What reads the free text of fields again, and the words to say it in. */
export interface TextChecking {
  readonly check: (text: string) => Promise<readonly TextMark[]>;
  /** "2 passages à relire : « … », « … »". */
  readonly summary: (texts: readonly string[]) => string;
  readonly quoted: (text: string) => string;
  /** Why a word of this kind is marked, in a sentence. */
  readonly reason: (kind: string) => string;
  readonly words: Readonly<
    Record<'why' | 'close' | 'instead' | 'leaveOut' | 'tooLong' | 'remove' | 'replace' | 'keep' | 'note', string>
  >;
}

const TextCheckContext = createContext<TextChecking | null>(null);

interface TextCheckProviderProps {
  readonly checking: TextChecking;
  readonly children: ReactNode;
}

/** Every field of free text under it is read again as one types. */
export function TextCheckProvider({ checking, children }: TextCheckProviderProps) {
  return <TextCheckContext value={checking}>{children}</TextCheckContext>;
}

const CHECKED_AFTER_MS = 300;
const NOTHING: { readonly text: string; readonly marks: readonly TextMark[] } = { text: '', marks: [] };

interface CheckedField {
  /** The element itself, which has this `id`. */
  readonly fieldId: string;
  readonly text: string;
  /** Characters the field takes; absent when it takes any number. */
  readonly maxLength?: number | undefined;
  /** What is not free text (a name, a number, a secret) is not read again. */
  readonly isOff?: boolean;
  /** Where what is marked is refused, it is not offered to keep it. */
  readonly isRefused?: boolean;
}

/**
 * Reads a field again 300 ms after the last letter, and gives the line that says what it found, to be drawn under the
 * field, with its id for `aria-describedby`. Quiet: it takes no focus, stops nothing, and is mute while the screen is shared.
 * `toRead` reads at once, for who is about to send it: the words that are neither replaced nor kept.
 */
export function useTextCheck({ fieldId, text, maxLength, isOff = false, isRefused = false }: CheckedField): {
  readonly line: ReactNode;
  readonly describedBy: string | undefined;
  readonly toRead: () => Promise<readonly string[]>;
} {
  const checking = useContext(TextCheckContext);
  const isShared = useIsShared();
  const isOn = checking !== null && !isOff && !isShared;
  const { marks, readNow } = useMarks(isOff ? null : (checking?.check ?? null), text);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const shown = isOn ? marks.filter((mark) => !kept.has(keyOf(text, mark))) : [];
  const summary = isOn && shown.length > 0 ? checking.summary(shown.map((mark) => wordsOf(text, mark))) : '';
  useEffect(() => {
    if (summary !== '') announce(summary);
  }, [summary]);
  const toRead = async (): Promise<readonly string[]> =>
    (await readNow()).map((mark) => keyOf(text, mark)).filter((key) => !kept.has(key));
  if (!isOn || shown.length === 0) return { line: null, describedBy: undefined, toRead };
  const lineId = `${fieldId}-check`;
  return {
    describedBy: lineId,
    toRead,
    line: (
      <TextCheckLine
        {...{ checking, fieldId, lineId, text, summary, maxLength, isRefused }}
        marks={shown}
        onKeep={(mark) => setKept(new Set([...kept, keyOf(text, mark)]))}
      />
    ),
  };
}

/** What is marked of a text; until a newer one was read, what still stands in it of what was marked before. */
function useMarks(check: TextChecking['check'] | null, text: string) {
  const [found, setFound] = useState(NOTHING);
  const now = useRef(text);
  useEffect(() => {
    now.current = text;
  }, [text]);
  useEffect(() => {
    if (check === null || text.trim() === '') return undefined;
    let isLatest = true;
    const timer = window.setTimeout(() => {
      check(text).then(
        (marks) => {
          if (isLatest) setFound({ text, marks });
        },
        // What could not be read again is not marked: nothing typed depends on it.
        () => undefined,
      );
    }, CHECKED_AFTER_MS);
    return () => {
      isLatest = false;
      window.clearTimeout(timer);
    };
  }, [check, text]);
  const readNow = async (): Promise<readonly TextMark[]> => {
    if (check === null || text.trim() === '') return [];
    const marks = await check(text).catch(() => []);
    if (now.current === text) setFound({ text, marks });
    return marks;
  };
  return { marks: stillThere(found, text), readNow };
}

interface TextCheckLineProps {
  readonly checking: TextChecking;
  readonly fieldId: string;
  readonly lineId: string;
  readonly text: string;
  readonly summary: string;
  readonly maxLength: number | undefined;
  readonly isRefused: boolean;
  readonly marks: readonly TextMark[];
  readonly onKeep: (mark: TextMark) => void;
}

function TextCheckLine(props: TextCheckLineProps) {
  const { checking, fieldId, lineId, text, summary, maxLength, isRefused, marks, onKeep } = props;
  const { words, quoted, reason } = checking;
  const [isOpen, setIsOpen] = useState(false);
  const backToField = (): void => fieldOf(fieldId)?.focus();
  /** Escape closes the explanation, and not what the field stands in. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(false);
    backToField();
  };
  return (
    <div className="text-check" onKeyDown={onKeyDown}>
      <p className="text-check-line">
        <span id={lineId}>{summary}</span>{' '}
        <TextButton
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${lineId}-why` : undefined}
          data-mantine-stop-propagation={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.close : words.why}
        </TextButton>
      </p>
      {isOpen ? (
        <div className="text-check-why" id={`${lineId}-why`}>
          <ul>
            {marks.map((mark) => {
              const said = quoted(wordsOf(text, mark));
              const hasRoom =
                maxLength === undefined ||
                text.length - (mark.end - mark.start) + (mark.suggestion?.length ?? 0) <= maxLength;
              const isReplaced = hasRoom && mark.suggestion !== null;
              return (
                <li key={`${mark.start}-${mark.kind}`}>
                  <p>
                    <b>{said}</b> {reason(mark.kind)}
                  </p>
                  <p className="text-check-acts">
                    <span>
                      {mark.suggestion === null ? words.leaveOut : `${words.instead} ${quoted(mark.suggestion)}`}
                      {mark.suggestion === null || hasRoom ? null : ` ${words.tooLong}`}
                    </span>
                    <TextButton
                      aria-label={`${isReplaced ? words.replace : words.remove} ${said}`}
                      data-mantine-stop-propagation
                      onClick={() => (isReplaced ? replaceIn(fieldId, mark) : removeIn(fieldId, text, mark))}
                    >
                      {isReplaced ? words.replace : words.remove}
                    </TextButton>
                    {isRefused || mark.isBlocking ? null : (
                      <TextButton
                        aria-label={`${words.keep} ${said}`}
                        data-mantine-stop-propagation
                        onClick={() => {
                          onKeep(mark);
                          backToField();
                        }}
                      >
                        {words.keep}
                      </TextButton>
                    )}
                  </p>
                </li>
              );
            })}
          </ul>
          {isRefused ? null : <p className="text-check-note">{words.note}</p>}
        </div>
      ) : null}
    </div>
  );
}

function wordsOf(text: string, { start, end }: TextMark): string {
  return text.slice(start, end).replaceAll(/\s+/g, ' ');
}

/** What was kept once is kept wherever it stands in the field. */
function keyOf(text: string, mark: TextMark): string {
  return `${mark.kind} ${wordsOf(text, mark).toLowerCase()}`;
}

function fieldOf(fieldId: string): HTMLInputElement | HTMLTextAreaElement | null {
  const field = document.getElementById(fieldId);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}

/** As if it were typed: the field tells it to whoever listens, and Ctrl+Z takes it back. */
function replaceIn(fieldId: string, { start, end, suggestion }: TextMark): void {
  const field = fieldOf(fieldId);
  if (field === null || suggestion === null) return;
  field.focus();
  field.setSelectionRange(start, end);
  const typist: Typist = document;
  typist.execCommand('insertText', false, suggestion);
}

function removeIn(fieldId: string, text: string, mark: TextMark): void {
  const field = fieldOf(fieldId);
  if (field === null) return;
  field.focus();
  const { start, end } = takenOut(text, mark);
  field.setSelectionRange(start, end);
  const typist: Typist = document;
  typist.execCommand('delete');
}

/** Deprecated for what else it does: nothing other writes into a field and leaves it its undo. */
interface Typist {
  execCommand(command: 'insertText', showsDialog: false, text: string): boolean;
  execCommand(command: 'delete'): boolean;
}

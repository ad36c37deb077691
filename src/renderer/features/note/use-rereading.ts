import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { NoteSection } from '../../../shared/domain/note/note.ts';

type Reader = () => Promise<readonly string[]>;

/**
 * A validated note cannot be taken back: passages that were neither replaced nor kept are led to, once each, and the next
 * validation keeps them as they are.
 */
export function useRereading(editor: RefObject<HTMLElement | null>) {
  const readers = useRef(new Map<NoteSection, Reader>());
  const told = useRef(new Set<string>());
  const [toReread, setToReread] = useState(0);
  const onReader = useCallback((section: NoteSection, read: Reader) => {
    readers.current.set(section, read);
    return () => {
      readers.current.delete(section);
    };
  }, []);
  const isToldFirst = async (): Promise<boolean> => {
    const found = await Promise.all(
      [...readers.current].map(async ([section, read]) => (await read()).map((words) => `${section} ${words}`)),
    );
    const passages = found.flat();
    const isNew = passages.some((passage) => !told.current.has(passage));
    told.current = new Set([...told.current, ...passages]);
    setToReread(isNew ? passages.length : 0);
    return isNew;
  };
  // Once what is said of the first one is drawn.
  useEffect(() => {
    if (toReread > 0)
      editor.current?.querySelector<HTMLElement>('.text-check-line button')?.focus({ focusVisible: true });
  }, [toReread, editor]);
  return { toReread, onReader, isToldFirst, clear: () => setToReread(0) };
}

import type { ReactNode } from 'react';

export interface ValueEditing<V> {
  /** What is being edited, said to a screen reader. */
  readonly label: string;
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  /** For what is chosen in one gesture: the choice is the answer. */
  readonly commit: (value: V | null) => void;
}

/** How one shape of value is read, edited and kept: the same few shapes serve every fact. */
export interface ValueShape<V> {
  /** As a person reads it. */
  readonly read: (value: V) => ReactNode;
  /** The same in plain text, where a screen shows more than text. */
  readonly text?: (value: V) => string;
  readonly edit: (editing: ValueEditing<V>) => ReactNode;
  /** What is kept of what was typed; null when nothing is left. */
  readonly clean: (value: V | null) => V | null;
}

/** A value in plain text. */
export function textOf<V>({ text, read }: Pick<ValueShape<V>, 'read' | 'text'>, value: V): string {
  if (text !== undefined) return text(value);
  const shown = read(value);
  return typeof shown === 'string' ? shown : '';
}

/** Two values that read the same are the same. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return stable(one) === stable(other);
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Typed text as it is kept: one line, without spaces around. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r\t]+\s*/g, ' ').trim();
}

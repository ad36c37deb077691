/** Labels of the sources: occupations, sectors. What somebody typed has other names, and is shown as it was typed. */
const LABELS: ReadonlySet<string> = new Set([
  ...['title', 'label', 'project', 'definition'],
  ...['sectorLabel', 'romeLabel', 'familyLabel'],
]);

/** Sources write "d'engins"; what is read is set as the rest of the page: "d’engins". */
export function typesetLabel(label: string): string {
  return label.replaceAll(/(\p{L})'(?=\p{L})/gu, '$1’');
}

/**
 * An answer of the core with its labels as they are printed. Done once, where answers come in: they are shown in a dozen
 * places. The stock keeps its spelling: releases are compared by it.
 */
export function typeset<T>(answer: T): T {
  return typesetValue(answer, false) as T;
}

function typesetValue(value: unknown, isLabel: boolean): unknown {
  if (typeof value === 'string') return isLabel ? typesetLabel(value) : value;
  if (Array.isArray(value)) return value.map((each: unknown) => typesetValue(each, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, typesetValue(each, LABELS.has(key))]),
  );
}

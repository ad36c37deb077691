import en from '../../../src/renderer/i18n/en.json' with { type: 'json' };
import { shellWords } from '../../../src/main/electron/shell-words.ts';
import fr from '../../../src/renderer/i18n/fr.json' with { type: 'json' };

export type Messages = ReadonlyMap<string, string>;

/** Every message by its dotted key. */
function flatten(node: unknown, prefix = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[prefix, node]];
  if (typeof node === 'function') return [[prefix, (node as (value: string) => string)('X')]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) =>
    flatten(child, prefix === '' ? key : `${prefix}.${key}`),
  );
}

export const french: Messages = new Map(flatten(fr));
export const english: Messages = new Map(flatten(en));

/** What the shell says in native dialogs, before any screen is there. */
export const shellFrench: Messages = new Map(flatten(shellWords.fr, 'shell'));
export const shellEnglish: Messages = new Map(flatten(shellWords.en, 'shell'));

/** The key without its plural form: languages do not have the same ones. */
export function withoutPlural(key: string): string {
  return key.replace(/(?:_ordinal)?_(?:zero|one|two|few|many|other)$/, '');
}

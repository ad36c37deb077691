import { fold } from '../../kernel/text.ts';

/** Folded name of a place, with "saint" and "sainte" as the post office and people write them: st, ste. */
export function foldPlace(name: string): string {
  return fold(name)
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bsainte\b/g, 'ste');
}

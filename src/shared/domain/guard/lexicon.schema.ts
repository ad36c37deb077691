import { z } from 'zod';
import { GUARD_FAMILIES, REFUSED_NUMBERS } from './guard.ts';

/**
 * One or several words, as resources/lexicons/README.md says: `mot` as it is, `mot+` with its plural and feminine,
 * `mot*` with any ending, `=marié` where the accents make the word (Marie is somebody's name), `_` for any one word, `…` for
 * up to three, `{relative}` for each member of a set.
 */
const termSchema = z
  .string()
  .regex(/^(?:=?[\p{L}\p{N}]+[+*]?|_|…|\{[a-z]+\})(?: (?:=?[\p{L}\p{N}]+[+*]?|_|…|\{[a-z]+\}))*$/u)
  // What stands at either end is what is found: it cannot be anything at all.
  .refine((term) => !/^(?:_|…)|…$/u.test(term));

export const lexiconGroupSchema = z.strictObject({
  family: z.enum(GUARD_FAMILIES),
  /** For whoever edits the lexicon. */
  about: z.string().min(1),
  /** The key of a wording; null where leaving it out is the only good advice. */
  wording: z.string().nullable(),
  /** `verb` where the terms are said of the person as a verb is: "boit", "suit un traitement". */
  form: z.enum(['noun', 'verb']).default('noun'),
  /** Words that are an occupation, an employer or a public as often as a remark: not marked after a word of work. */
  isAlsoWork: z.boolean().default(false),
  terms: z.array(termSchema).min(1).readonly(),
});
export type LexiconGroup = z.infer<typeof lexiconGroupSchema>;

export const lexiconFileSchema = z
  .strictObject({
    language: z.literal('fr'),
    version: z.string(),
    /** Instead of a noun ("point à vérifier ensemble"), and of a verb ("a un point à vérifier ensemble"). */
    wordings: z.record(z.string(), z.strictObject({ noun: z.string().min(1), verb: z.string().min(1) })),
    /** What turns a noun or an adjective into a remark about somebody: "est", "souffre de". */
    /** Why each family, and each number, is to be read again, for the command line: the words that screens say in French. */
    whys: z.record(z.enum([...GUARD_FAMILIES, ...REFUSED_NUMBERS]), z.string().min(1)),
    /** Words that terms are made with, each in turn: relatives, peoples, parties. */
    sets: z.record(z.string(), z.array(termSchema).min(1).readonly()),
    /** Words one letter away from a long stem that are not that stem misspelt: "médiation" beside "médication". */
    rightAsWritten: z.array(termSchema).readonly(),
    leads: z.array(termSchema).readonly(),
    negations: z.array(termSchema).readonly(),
    work: z.array(termSchema).readonly(),
    /** Nothing is marked in these. */
    falseFriends: z.array(termSchema).readonly(),
    groups: z.array(lexiconGroupSchema).readonly(),
  })
  .refine(({ groups, wordings }) =>
    groups.every(({ wording }) => wording === null || Object.hasOwn(wordings, wording)),
  );
export type LexiconFile = z.infer<typeof lexiconFileSchema>;

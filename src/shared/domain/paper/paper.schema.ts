import { z } from 'zod';
import { MEDIA, PAPER_KINDS } from './paper.ts';

export const paperKindSchema = z.enum(PAPER_KINDS);
export type PaperKind = z.infer<typeof paperKindSchema>;

export const mediumSchema = z.enum(MEDIA);
export type Medium = z.infer<typeof mediumSchema>;

const lineSchema = z.strictObject({
  text: z.string(),
  /** When, after the text and as plain to see. */
  when: z.string().nullable(),
  /** What to know of it, each on a line of its own. */
  more: z.array(z.string()).readonly(),
});
export type PaperLine = z.infer<typeof lineSchema>;

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** `boxes`: each line is something to do, and has a box to tick with a pen. */
  z.strictObject({
    kind: z.literal('list'),
    marks: z.enum(['dots', 'boxes', 'numbers']),
    lines: z.array(lineSchema).readonly(),
  }),
  z.strictObject({
    kind: z.literal('facts'),
    facts: z
      .array(
        z.strictObject({
          label: z.string(),
          value: z.string(),
          /** Who said it, and when. */
          said: z.string().nullable(),
        }),
      )
      .readonly(),
  }),
]);
export type PaperBlock = z.infer<typeof blockSchema>;

const sectionSchema = z.strictObject({ title: z.string(), blocks: z.array(blockSchema).readonly() });
export type PaperSection = z.infer<typeof sectionSchema>;

/**
 * A document for a person, in French whatever the language of the screen: the same words go to the printer, to a PDF, to a
 * screen that is photographed and into what is kept to be handed over.
 */
export const paperSchema = z.strictObject({
  title: z.string(),
  lead: z.array(z.string()).readonly(),
  sections: z.array(sectionSchema).readonly(),
  foot: z.array(z.string()).readonly(),
});
export type Paper = z.infer<typeof paperSchema>;

/** The words people are drawn from: `resources/demo/people/stock/`. Slots between braces: see fill-sentence.ts. */
import { z } from 'zod';
import { MODALITIES } from '../../shared/domain/appointment/appointment.ts';
import { CONDITIONS, REACHED_OUTCOMES } from '../../shared/domain/case-file/case-file.schema.ts';
import { CONTACT_CHANNELS } from '../../shared/domain/contact/contact.schema.ts';
import { setAsideReasonSchema } from '../../shared/domain/decision/decision.schema.ts';
import { communeCodeSchema } from '../../shared/domain/place/place.schema.ts';

const wordsSchema = z.array(z.string().min(1)).min(1).readonly();
/** Words by the sound of a name: the groups exist to prove that nothing else depends on them. */
const bySoundSchema = z.record(z.string(), wordsSchema);

export const namesSchema = z.strictObject({
  lastNames: bySoundSchema,
  firstNames: z.strictObject({ madame: bySoundSchema, monsieur: bySoundSchema }),
});

export const PLACE_SETTINGS = ['town', 'outskirts', 'village', 'mountain', 'coast'] as const;
export const placeSchema = z.strictObject({
  communeCode: communeCodeSchema,
  name: z.string().min(1),
  postcode: z.string().regex(/^\d{5}$/),
  setting: z.enum(PLACE_SETTINGS),
});
export type StockPlace = z.infer<typeof placeSchema>;

/** First letters of the ROME codes that it goes with. */
const familiesSchema = z.string().regex(/^[A-N]+$/);

export const factsSchema = z.strictObject({
  streets: wordsSchema,
  bestHours: wordsSchema,
  telephoneHours: wordsSchema,
  proudOf: wordsSchema,
  employers: wordsSchema,
  durations: wordsSchema,
  firstPurpose: z.string(),
  schedules: wordsSchema,
  conditions: z.array(z.strictObject({ kind: z.enum(CONDITIONS), value: z.string() })).readonly(),
  credentials: z
    .array(
      z.strictObject({
        label: z.string(),
        families: familiesSchema,
        isRenewed: z.boolean(),
      }),
    )
    .readonly(),
  setAside: z.array(z.strictObject({ reasons: z.array(setAsideReasonSchema), words: z.string() })).readonly(),
  /** Each first letter of the ROME codes has some. */
  ownEmployers: z
    .array(z.strictObject({ name: z.string(), approach: z.string(), families: familiesSchema }))
    .readonly(),
  supporters: z.array(z.strictObject({ name: z.string(), role: z.string(), organisation: z.string() })).readonly(),
  purposes: wordsSchema,
});

export const actionsSchema = z.strictObject({
  person: wordsSchema,
  advisor: wordsSchema,
  partner: wordsSchema,
  /** What the two want to reach. */
  objectives: wordsSchema,
  /** What a contract of engagement says that one or the other does. */
  commitments: wordsSchema,
  /** Done without having been asked, and how the next note tells it. */
  more: z.array(z.strictObject({ action: z.string(), since: z.string() })).readonly(),
  refused: z.array(z.strictObject({ action: z.string(), says: z.string(), decided: z.string() })).readonly(),
  disagreed: z.array(z.strictObject({ says: z.string(), decided: z.string() })).readonly(),
});

const channelSchema = z.enum(CONTACT_CHANNELS);
export const contactsSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        channel: channelSchema,
        initiatedBy: z.enum(['person', 'us', 'partner']),
        isExchange: z.boolean(),
        line: z.string(),
      }),
    )
    .readonly(),
  farewells: wordsSchema,
  attempts: z.array(z.strictObject({ channel: channelSchema, line: z.string() })).readonly(),
});

export const VOICES = ['hurried', 'precise', 'warm'] as const;
export type Voice = (typeof VOICES)[number];
const voiceSchema = z.strictObject({
  object: wordsSchema,
  since: wordsSchema,
  decided: wordsSchema,
  advisorDoes: wordsSchema,
});

export const notesSchema = z.strictObject({
  voices: z.record(z.enum(VOICES), voiceSchema),
  says: wordsSchema,
  adds: wordsSchema,
  first: z.array(z.strictObject({ object: z.string(), says: z.string(), decided: z.string() })).readonly(),
  closing: z.record(
    z.enum(REACHED_OUTCOMES),
    z.array(z.strictObject({ since: z.string(), says: z.string() })).readonly(),
  ),
  closingObject: wordsSchema,
  closingDecided: wordsSchema,
  reopened: wordsSchema,
  /** How a modality reads within a sentence. */
  where: z.record(z.enum(MODALITIES), z.string()),
  /** With `{day}`, `{time}` and `{where}`. */
  next: z.string(),
  lost: wordsSchema,
  /** Unfinished notes with a slip that the guard of notes is there to show; `slips`: what it should see. */
  drafts: z
    .array(
      z.strictObject({
        sections: z.strictObject({ object: z.string(), sinceLastTime: z.string(), personSays: z.string() }),
        slips: wordsSchema,
      }),
    )
    .readonly(),
});

export interface PeopleStock {
  readonly names: z.infer<typeof namesSchema>;
  readonly places: readonly StockPlace[];
  readonly facts: z.infer<typeof factsSchema>;
  readonly actions: z.infer<typeof actionsSchema>;
  readonly contacts: z.infer<typeof contactsSchema>;
  readonly notes: z.infer<typeof notesSchema>;
}

import { z } from 'zod';
import { HEADCOUNT_BANDS, SIZE_CLASSES } from './headcount.ts';

export type { HeadcountBand, HeadcountRange } from './headcount.ts';

export const siretSchema = z.string().regex(/^\d{14}$/);
export const headcountBandSchema = z.enum(HEADCOUNT_BANDS as [string, ...string[]]);
export const sizeClassSchema = z.enum(SIZE_CLASSES);

/** Where an establishment stands in a list: private by default, public bodies and agencies in groups of their own. */
export const EMPLOYER_GROUPS = ['private', 'public', 'agency'] as const;
export const employerGroupSchema = z.enum(EMPLOYER_GROUPS);
export type EmployerGroup = z.infer<typeof employerGroupSchema>;

/** Why an establishment is counted but not ranked. */
export const UNRANKED_REASONS = [
  'no-staff',
  'unknown-staff',
  'non-diffusible',
  'co-ownership',
  'property-shell',
  'employment-service',
  'unknown-sector',
  'no-position',
  'state-office',
  'same-door',
] as const;
export const unrankedReasonSchema = z.enum(UNRANKED_REASONS);
export type UnrankedReason = z.infer<typeof unrankedReasonSchema>;

export const contactModeSchema = z.enum(['in-person', 'application']);
/** The advised way to approach: in person, or by sending a CV and a letter. */
export type ContactMode = z.infer<typeof contactModeSchema>;

export const contactAdviceSchema = z.strictObject({
  mode: contactModeSchema,
  /** What the advice is known for: the sector and the occupation, the sector alone, or neither. */
  basis: z.enum(['sector-and-occupation', 'sector', 'default']),
});
export type ContactAdvice = z.infer<typeof contactAdviceSchema>;

export const siteSchema = z.strictObject({
  siret: siretSchema,
  name: z.string(),
  communeName: z.string(),
  postcode: z.string(),
  headcountBand: headcountBandSchema,
});

/** How the data say to reach an establishment; empty where they do not. */
export const publishedContactSchema = z.strictObject({ phone: z.string(), email: z.string(), website: z.string() });
export type PublishedContact = z.infer<typeof publishedContactSchema>;

/** Another establishment behind the same door: one address, one sign, several legal units. */
export const doorNeighbourSchema = z.strictObject({
  siret: siretSchema,
  name: z.string(),
  legalName: z.string().nullable(),
  /** It is the one that lists show for the door. */
  isShown: z.boolean(),
});

export const employerSchema = z.strictObject({
  siret: siretSchema,
  /** What is written on the door: the sign, or the legal name, in normal case. */
  name: z.string(),
  legalName: z.string().nullable(),
  naf: z.string(),
  sectorLabel: z.string().nullable(),
  headcountBand: headcountBandSchema,
  group: employerGroupSchema,
  unranked: unrankedReasonSchema.nullable(),
  address: z.string(),
  postcode: z.string(),
  communeCode: z.string(),
  communeName: z.string(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** `commune` when the source gives no position and the commune's centre stands for it. */
  positionBasis: z.enum(['establishment', 'commune', 'none']),
  /** Hires of the last twelve months when a source counts them. */
  yearlyHires: z.number().int().nullable(),
  /** Hires forecast over six months from counts by month, all occupations: nine times in ten between low and high. */
  forecast: z
    .strictObject({
      /** First and last month, `YYYY-MM`. */
      from: z.string(),
      to: z.string(),
      expected: z.number(),
      low: z.number().int(),
      high: z.number().int(),
    })
    .nullable(),
  /** Null where the data give none of it. */
  publishedContact: publishedContactSchema.nullable(),
  sites: z.array(siteSchema).readonly(),
  /** Other legal units behind its door. */
  sameDoor: z.array(doorNeighbourSchema).readonly(),
  /** Occupations this sector hires most, with the share of its hires. */
  occupations: z.array(z.strictObject({ rome: z.string(), label: z.string(), share: z.number() })).readonly(),
});
export type Employer = z.infer<typeof employerSchema>;

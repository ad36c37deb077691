import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  actionsSchema,
  contactsSchema,
  factsSchema,
  namesSchema,
  notesSchema,
  placeSchema,
  type PeopleStock,
} from './people-stock.schema.ts';
import { personSpecSchema, type PersonSpec } from './person-spec.schema.ts';

/** The twenty situations, then twenty people more. */
const WRITTEN_FILES = ['situations-1.json', 'situations-2.json', 'others-1.json', 'others-2.json'] as const;

/** The people written one by one. Throws where a file does not fit: they are the project's own. */
export function readWrittenPeople(resourcesDir: string): PersonSpec[] {
  return WRITTEN_FILES.flatMap((file) => readJson(resourcesDir, file, z.array(personSpecSchema)));
}

/** The names, places, facts and sentences that the other people are drawn from. */
export function readPeopleStock(resourcesDir: string): PeopleStock {
  const read = <T>(name: string, schema: z.ZodType<T>): T => readJson(resourcesDir, join('stock', name), schema);
  return {
    names: read('names.json', namesSchema),
    places: read('places.json', z.array(placeSchema)),
    facts: read('facts.json', factsSchema),
    actions: read('actions.json', actionsSchema),
    contacts: read('contacts.json', contactsSchema),
    notes: read('notes.json', notesSchema),
  };
}

function readJson<T>(resourcesDir: string, file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(resourcesDir, 'demo', 'people', file), 'utf8')));
}

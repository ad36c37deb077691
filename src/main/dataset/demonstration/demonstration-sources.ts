import { createHash } from 'node:crypto';
import type { ManifestSource, SourceName } from '../../../shared/domain/dataset/dataset.schema.ts';
import { ESTABLISHMENT_COUNT } from './establishments.ts';
import type { DemonstrationInputs } from './inputs.ts';

const PROJECT = 'Vis-à-vis';
const GENERATED = 'Démonstration, données générées';
const AUTHORED = 'Démonstration, rédigé par le projet';
const MIT = 'MIT';

type Origin = Pick<ManifestSource, 'publisher' | 'licence' | 'vintage'>;

/**
 * Where the demonstration comes from, in the words shown in "Données": what is real, what is written by the project,
 * what is generated. There is no file of each: the hash is that of the inputs it was made from.
 */
export function demonstrationSources(inputs: DemonstrationInputs): ManifestSource[] {
  const { geography, occupations, names, sectors } = inputs;
  const authored = occupations.occupations;
  const [communes, positions, nomenclature] = geography.sources;
  const written = {
    publisher: `${PROJECT} (codes et intitulés : ROME, France Travail)`,
    licence: MIT,
    vintage: AUTHORED,
  };
  const generated = { publisher: PROJECT, licence: MIT, vintage: GENERATED };
  const ofOccupations = sha256(occupations);
  const ofGeography = sha256(geography);
  const total = (count: (occupation: (typeof authored)[number]) => number): number =>
    authored.reduce((sum, occupation) => sum + count(occupation), 0);
  return [
    line('rome-occupations', written, authored.length, ofOccupations),
    line(
      'rome-titles',
      written,
      total(({ titles }) => titles.length),
      ofOccupations,
    ),
    line(
      'rome-mobility',
      written,
      total(({ neighbours }) => neighbours.length),
      ofOccupations,
    ),
    line('rome-texts', written, authored.length, ofOccupations),
    line('naf-labels', together([nomenclature]), geography.sectors.length, ofGeography),
    line(
      'rome-naf-hires',
      generated,
      total(({ affinities }) => affinities.length),
      sha256([occupations, sectors]),
    ),
    line(
      'contact-modes',
      written,
      total(({ contact }) => contact.flatMap(({ divisions }) => divisions).length),
      ofOccupations,
    ),
    line('tension', generated, occupations.tension.flatMap(({ romes }) => romes).length, ofOccupations),
    line(
      'places',
      together([communes, positions]),
      geography.communes.rows.flatMap((row) => row[3]).length,
      ofGeography,
    ),
    line('establishments', generated, ESTABLISHMENT_COUNT, sha256([geography, sectors, names])),
  ];
}

function line(source: SourceName, origin: Origin, count: number, hash: string): ManifestSource {
  return { source, file: 'demonstration', ...origin, read: count, kept: count, refused: 0, sha256: hash };
}

/** Several publishers of one kind of records, named in the same order in each column. */
function together(sources: readonly (Origin | undefined)[]): Origin {
  const known = sources.filter((source) => source !== undefined);
  const joined = (field: keyof Origin): string => known.map((source) => source[field]).join(' + ') || 'unknown';
  return { publisher: joined('publisher'), licence: joined('licence'), vintage: joined('vintage') };
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

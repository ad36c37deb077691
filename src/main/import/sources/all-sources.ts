import type { Source } from '../source.ts';
import { contactModes } from './contact-modes/contact-modes.source.ts';
import { establishmentsExtract } from './establishments/establishments.source.ts';
import { sireneStock } from './establishments/sirene-stock.source.ts';
import { hiresForecast } from './hires-forecast/hires-forecast.source.ts';
import { nafLabels } from './naf-labels/naf-labels.source.ts';
import { places } from './places/places.source.ts';
import { romeMobility } from './rome-mobility/rome-mobility.source.ts';
import { romeNafHires } from './rome-naf-hires/rome-naf-hires.source.ts';
import { romeOccupations } from './rome-occupations/rome-occupations.source.ts';
import { romeTexts } from './rome-texts/rome-texts.source.ts';
import { romeTitles } from './rome-titles/rome-titles.source.ts';
import { tension } from './tension/tension.source.ts';

/** Every layout that a file may have. A new one is added here and nowhere else. */
export const ALL_SOURCES: readonly Source[] = [
  romeOccupations,
  romeTitles,
  romeMobility,
  romeTexts,
  nafLabels,
  romeNafHires,
  contactModes,
  tension,
  places,
  establishmentsExtract,
  sireneStock,
  hiresForecast,
];

import type { EstablishmentRecord } from '../../../shared/domain/dataset/reference-records.ts';
import { HEADCOUNT_BANDS, headcountRange, type HeadcountBand } from '../../../shared/domain/employer/headcount.ts';
import { standingOf } from '../../../shared/domain/employer/standing.rules.ts';
import { hashText, mix, unitFromHash } from '../../../shared/kernel/hash.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { drawFrom, type Draw } from '../../../shared/kernel/draw.ts';
import type { AuthoredSector, DemonstrationInputs, NameFamily } from './inputs.ts';
import { fillTemplate } from './naming.ts';
import { pointIn, streetAddress } from './positions.ts';
import { syntheticSiren, syntheticSiret } from '../../../shared/domain/employer/synthetic-siret.ts';
import { shareBetweenTowns, type Town, type TownShare } from './towns.ts';

export const ESTABLISHMENT_COUNT = 15_000;

/** In percent of establishments, close to what the register shows. */
const NO_STAFF = 3.6;
const UNKNOWN_STAFF = 2.6;
const NOT_DIFFUSIBLE = 2.2;
const WITHOUT_POSITION = 2;
const COUNTED_HIRES = 25;
/** Chance that a company's establishment is another site of the last company of its sector in the département. */
const OTHER_SITE = 13;
const MOST_SITES = 4;

/** A site of these sizes may belong to a person working in their own name. */
const SOLE_TRADER_BANDS: ReadonlySet<HeadcountBand> = new Set(['NN', '00', '01', '02']);

/** INSEE legal categories used here: sole trader, SARL, SAS, declared association. */
const SOLE_TRADER = '1000';
const COMPANIES = ['5499', '5710'] as const;
const ASSOCIATION = '9220';

interface LegalUnit {
  readonly siren: string;
  readonly legalName: string;
  readonly sign: string | null;
  readonly legalCategory: string;
  readonly isDiffusible: boolean;
  sites: number;
}

interface Workshop {
  readonly inputs: DemonstrationInputs;
  readonly draw: Draw;
  readonly sirenOffset: number;
  /** The last company with one name for several sites, by département and sector. */
  readonly companies: Map<string, LegalUnit>;
  units: number;
}

/** All establishments, commune by commune. The list depends on the seed; the hires counted, on the month of `today` too. */
export function* generateEstablishments(
  inputs: DemonstrationInputs,
  seed: number,
  today: LocalDate,
): Generator<EstablishmentRecord> {
  const everyday = inputs.sectors.sectors.filter((sector) => sector.everywhere === true);
  const shares = shareBetweenTowns(inputs.geography, everyday.length, ESTABLISHMENT_COUNT, drawFrom(mix(seed ^ 1)));
  const hiresSeed = mix(seed ^ hashText(today.slice(0, 7)));
  const draw = drawFrom(mix(seed ^ 2));
  const workshop: Workshop = { inputs, draw, sirenOffset: draw.below(100_000), companies: new Map(), units: 0 };
  for (const share of shares) {
    for (const sector of sectorsOf(share, everyday, workshop)) {
      yield establishmentOf(sector, share.commune, workshop, hiresSeed);
    }
  }
}

/** The sectors of a commune's establishments: everyday ones first in a town, then by weight among what fits it. */
function sectorsOf(
  share: TownShare,
  everyday: readonly AuthoredSector[],
  { inputs, draw }: Workshop,
): AuthoredSector[] {
  const chosen = share.isTown ? everyday.slice(0, share.count) : [];
  if (chosen.length === share.count) return chosen;
  let fitting = inputs.sectors.sectors
    .filter((sector) => fits(sector, share.commune) && !(sector.once === true && chosen.includes(sector)))
    .map((sector) => [sector, sector.weight] as const);
  while (chosen.length < share.count) {
    const sector = draw.weighted(fitting);
    chosen.push(sector);
    if (sector.once === true) fitting = fitting.filter(([other]) => other !== sector);
  }
  return chosen;
}

function fits(sector: AuthoredSector, { population, departement }: Town): boolean {
  if (sector.weight === 0) return false;
  if (sector.departements !== undefined && !sector.departements.includes(departement)) return false;
  return population >= (sector.minPopulation ?? 0) && population <= (sector.maxPopulation ?? Infinity);
}

function establishmentOf(
  sector: AuthoredSector,
  town: Town,
  workshop: Workshop,
  hiresSeed: number,
): EstablishmentRecord {
  const { inputs, draw } = workshop;
  const family = familyOf(sector, inputs);
  const headcountBand = sector.once === true ? bandForTown(town, draw) : bandOf(sector, inputs, draw);
  const unit = legalUnitOf(sector, family, town, headcountBand, workshop);
  unit.sites += 1;
  const siret = syntheticSiret(unit.siren, unit.sites);
  const { legalName, sign, isDiffusible, legalCategory } = unit;
  const position = draw.percent(WITHOUT_POSITION) ? { lat: null, lon: null } : pointIn(town, draw);
  return {
    siret,
    legalName,
    sign,
    isSoleTrader: legalCategory === SOLE_TRADER,
    isDiffusible,
    naf: sector.naf,
    headcountBand,
    address: streetAddress(inputs.names, family.isOutOfTown === true, draw),
    postcode: draw.pick(town.postcodes),
    communeCode: town.code,
    ...position,
    yearlyHires: countedHires(siret, sector, headcountBand, hiresSeed),
    publishedContact: null,
    ...standingOf({ legalName, sign, naf: sector.naf, headcountBand, siret, isDiffusible, legalCategory }),
  };
}

function familyOf(sector: AuthoredSector, { names }: DemonstrationInputs): NameFamily {
  const family = names.families[sector.family];
  if (family === undefined) throw new RangeError(`no names for family ${sector.family} of ${sector.naf}`);
  return family;
}

function bandOf(sector: AuthoredSector, { sectors }: DemonstrationInputs, draw: Draw): HeadcountBand {
  const sizes = sectors.sizes[sector.size];
  if (sizes === undefined) throw new RangeError(`no size ${sector.size} of ${sector.naf}`);
  if (draw.percent(NO_STAFF)) return '00';
  if (draw.percent(UNKNOWN_STAFF)) return 'NN';
  return draw.weighted(sizes);
}

/** A town hall or a hospital is as large as its town: about one employee for seventy inhabitants. */
function bandForTown({ population }: Town, draw: Draw): HeadcountBand {
  const staff = Math.max(1, Math.round((population / 70) * (0.7 + 0.6 * draw.unit())));
  const band = HEADCOUNT_BANDS.findLast((code) => (headcountRange(code)?.min ?? Infinity) <= staff);
  return band ?? '01';
}

function legalUnitOf(
  sector: AuthoredSector,
  family: NameFamily,
  town: Town,
  band: HeadcountBand,
  workshop: Workshop,
): LegalUnit {
  const { draw, companies } = workshop;
  const key = `${town.departement}|${sector.naf}`;
  const company = companies.get(key);
  if (company !== undefined && company.sites < MOST_SITES && draw.percent(OTHER_SITE)) return company;
  const legalCategory = legalCategoryOf(family, band, draw);
  const unit = namedUnit(legalCategory, family, town, workshop);
  workshop.units += 1;
  if (legalCategory.startsWith('5') && unit.isDiffusible) companies.set(key, unit);
  return unit;
}

function legalCategoryOf(family: NameFamily, band: HeadcountBand, draw: Draw): string {
  if (family.legalCategory !== undefined && !draw.percent(family.soleTraderPercent ?? 0)) return family.legalCategory;
  if (draw.percent(family.publicPercent ?? 0)) return family.publicCategory ?? ASSOCIATION;
  if (draw.percent(family.associationPercent ?? 0)) return ASSOCIATION;
  if (SOLE_TRADER_BANDS.has(band) && draw.percent(family.soleTraderPercent ?? 0)) return SOLE_TRADER;
  return family.legalCategory ?? draw.pick(COMPANIES);
}

/** Half of the companies have a legal name of their own behind what is written on the door, as in the register. */
function namedUnit(legalCategory: string, family: NameFamily, town: Town, workshop: Workshop): LegalUnit {
  const { inputs, draw } = workshop;
  const { names } = inputs;
  const onTheDoor = fillTemplate(draw.pick(family.names), names, town.name, draw);
  const siren = syntheticSiren(workshop.units, workshop.sirenOffset);
  const unit = { siren, legalCategory, sites: 0, isDiffusible: true, sign: null };
  const mayOppose = legalCategory === SOLE_TRADER || legalCategory.startsWith('5');
  // The register then gives neither the name nor the sign.
  if (mayOppose && draw.percent(NOT_DIFFUSIBLE)) return { ...unit, isDiffusible: false, legalName: '[ND]' };
  if (legalCategory === SOLE_TRADER) {
    const person = `${draw.pick(names.firstNames)} ${draw.pick(names.surnames)}`;
    return { ...unit, legalName: person, sign: draw.percent(65) ? onTheDoor : null };
  }
  if (legalCategory.startsWith('5') && draw.percent(50)) {
    const form = legalCategory === '5499' ? 'SARL' : 'SAS';
    return { ...unit, legalName: `${form} ${draw.pick(names.surnames)}`, sign: onTheDoor };
  }
  return { ...unit, legalName: onTheDoor };
}

/** Hires of the last twelve months, where the imagined source counts them: headcount × turnover, give or take half. */
function countedHires(siret: string, sector: AuthoredSector, band: HeadcountBand, seed: number): number | null {
  const range = headcountRange(band);
  const salt = hashText(siret);
  // Which ones are counted does not change with the month: only the figure does.
  if (range === null || range.max === 0 || unitFromHash(7, salt) * 100 >= COUNTED_HIRES) return null;
  const expected = (range.midpoint * sector.turnoverPercent) / 100;
  return Math.round(expected * (0.5 + unitFromHash(seed, salt)));
}

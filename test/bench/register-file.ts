import fs from 'node:fs';
import { HEADCOUNT_BANDS } from '../../src/shared/domain/employer/headcount.ts';
import { seededStream } from '../../src/shared/kernel/hash.ts';
import type { Country } from './national-country.ts';

const HEADER =
  'siret;raisonsociale;enseigne;codenaf;trancheeffectif;numerorue;libellerue;codepostal;codecommune;' +
  'coordinates_x;coordinates_y;embauches_12_mois;statut_diffusion\n';
const NAMES = [
  ...[
    'AUX BLES D OR',
    'FOURNIL SAINT EUCAIRE',
    'SARL GARAGE MARTIN',
    'MENUISERIE DUPONT ET FILS',
    'TRANSPORTS LORRAINE',
  ],
  ...[
    'LA BOITE A PIZZA',
    'SCI DU MOULIN',
    'CABINET BERGER',
    'ETABLISSEMENTS WEBER',
    'PHARMACIE DE LA GARE',
    'DUVAL JEAN PAUL',
  ],
  ...[
    'AMBULANCES DU CENTRE',
    'BOUCHERIE MULLER',
    'HÔTEL DES VOYAGEURS',
    'SOC DE CONSTRUCTION DE L EST',
    'ASS SPORTIVE',
  ],
];
const STREETS = [
  'RUE DES CLERCS',
  'AVENUE FOCH',
  'PLACE SAINT JACQUES',
  'BD DE TREVES',
  'CHEMIN DES VIGNES',
  'RUE DE LA RÉPUBLIQUE',
];

/** A register of a generated country as a CSV file, in the order of SIRETs, as registers are; nobody’s. */
export function writeRegisterFile(path: string, country: Country, count: number): void {
  const draw = seededStream(20_261_128);
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(draw() * items.length)]!;
  const file = fs.openSync(path, 'w');
  let text = HEADER;
  let [siren, site] = [300_000_000, 0];
  for (let row = 0; row < count; row += 1) {
    if (draw() < 0.91) [siren, site] = [siren + 1 + Math.floor(draw() * 150), 0];
    else site += 1;
    const town = country.drawTown(draw);
    const place = [town.centre.lon + (draw() - 0.5) * 0.14, town.centre.lat + (draw() - 0.5) * 0.1];
    const postcode = /^2[AB]/.test(town.code) ? '20000' : `${town.code.slice(0, 2)}000`;
    // Two in five have nobody, or nobody knows: they are counted, and in no list.
    const band = HEADCOUNT_BANDS[draw() < 0.4 ? Math.floor(draw() * 2) : 2 + Math.floor(draw() * draw() * 14)]!;
    text +=
      `${siren}${String(10_001 + site)};${oneOf(NAMES)} ${row % 46_656};${draw() < 0.4 ? oneOf(NAMES) : ''};` +
      `${country.nafCodes[country.drawNaf(draw)]};${band};${1 + Math.floor(draw() * 90)};${oneOf(STREETS)};${postcode};${town.code};` +
      `${place.map((degrees) => degrees.toFixed(5)).join(';')};${draw() < 0.2 ? Math.floor(draw() * 20) : ''};${draw() < 0.02 ? 'P' : 'O'}\n`;
    if (text.length < 4_000_000) continue;
    fs.writeSync(file, text);
    text = '';
  }
  fs.writeSync(file, text);
  fs.closeSync(file);
}

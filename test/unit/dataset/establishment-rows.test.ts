import { describe, expect, it } from 'vitest';
import { toEstablishmentRow, type EstablishmentRow } from '../../../src/main/dataset/establishment-rows.ts';

const CENTRE = { lat: 4, lon: -54 };
/** A degree of latitude is about 111 km. */
const northOf = (km: number): { readonly lat: number; readonly lon: number } => ({ ...CENTRE, lat: 4 + km / 111.2 });

function rowIn(communeCode: string, km: number, isDiffusible = true): EstablishmentRow {
  const record = {
    siret: '30000791900013',
    legalName: 'AUX BLES D OR',
    sign: 'LES TROIS EPIS',
    isSoleTrader: false,
    isDiffusible,
    naf: '1071C',
    headcountBand: '02',
    address: '1 rue des Clercs',
    postcode: '57000',
    communeCode,
    ...northOf(km),
    yearlyHires: null,
    publishedContact: null,
    group: 'private',
    unranked: null,
  } as const;
  return toEstablishmentRow(record, CENTRE);
}

describe('the position of an establishment', () => {
  it.each([
    ['57463', 50, 'establishment'],
    ['57463', 80, 'commune'],
    ['97353', 80, 'establishment'],
    ['97353', 200, 'commune'],
    ['98818', 80, 'establishment'],
    ['97411', 80, 'commune'],
  ])('in %s, %i km from the centre of the commune, is that of the %s', (communeCode, km, basis) => {
    expect(rowIn(communeCode, km)).toMatchObject({
      positionBasis: basis,
      position: basis === 'commune' ? CENTRE : northOf(km),
    });
  });

  it('is none, as name, sign and address, where diffusion was opposed', () => {
    expect(rowIn('57463', 1, false)).toMatchObject({
      record: { legalName: '', sign: null, address: '', lat: null, lon: null, postcode: '57000', communeCode: '57463' },
      name: null,
      position: null,
      positionBasis: 'none',
      unranked: 'non-diffusible',
    });
  });
});

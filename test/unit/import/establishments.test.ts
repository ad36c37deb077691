import { describe, expect, it } from 'vitest';
import { refusal } from '../../../src/main/import/refusal.ts';
import { establishmentsExtract } from '../../../src/main/import/sources/establishments/establishments.source.ts';
import { sireneStock } from '../../../src/main/import/sources/establishments/sirene-stock.source.ts';

const extractRow = {
  siret: '31234567800013',
  legalName: 'AUX BLES D OR',
  sign: 'LE FOUR',
  naf: '1071C',
  headcount: '02',
  number: '5B',
  street: 'BD DE TREVES',
  postcode: '57000',
  commune: '57463',
  longitude: '6.17',
  latitude: '49.11',
  yearlyHires: '',
  diffusion: '',
  ...{ phone: '', email: '', website: '' },
};
const extract = (changes: Partial<typeof extractRow>): unknown =>
  establishmentsExtract.parse({ ...extractRow, ...changes }, 2);

const stockRow = {
  siret: '31234567800013',
  usualName: '',
  sign: '',
  naf: '10.71C',
  headcount: '11',
  number: '12',
  way: 'RUE',
  street: 'DES CLERCS',
  postcode: '57000',
  commune: '57463',
  diffusion: 'O',
  state: 'A',
  longitude: '6.17',
  latitude: '49.11',
  legalCategory: '5499',
  legalName: 'AUX BLES D OR',
  surname: '',
  givenName: '',
  yearlyHires: '',
  ...{ phone: '', email: '', website: '' },
};
const stock = (changes: Partial<typeof stockRow>): unknown => sireneStock.parse({ ...stockRow, ...changes }, 2);

describe('an extract of the register', () => {
  it('gives a whole record', () => {
    expect(extract({})).toEqual({
      ok: true,
      value: {
        siret: '31234567800013',
        legalName: 'AUX BLES D OR',
        sign: 'LE FOUR',
        isSoleTrader: false,
        isDiffusible: true,
        naf: '1071C',
        headcountBand: '02',
        address: '5B boulevard de Treves',
        postcode: '57000',
        communeCode: '57463',
        lat: 49.11,
        lon: 6.17,
        yearlyHires: null,
        publishedContact: null,
        group: 'private',
        unranked: null,
      },
    });
  });

  it('keeps how to reach it where it is a way to, and leaves out what is none', () => {
    const contact = (changes: object): unknown =>
      (extract(changes) as { readonly value: { readonly publishedContact: unknown } }).value.publishedContact;
    const way = { phone: '03 87 00 00 00', email: 'accueil@four.example', website: 'https://four.example/metz' };
    expect(contact(way)).toEqual(way);
    expect(contact({ ...way, phone: 'NULL', email: 'accueil', website: 'voir la page' })).toBeNull();
    expect(contact({ phone: '+33 (0)3.87.00.00.00' })).toEqual({
      phone: '+33 (0)3.87.00.00.00',
      email: '',
      website: '',
    });
    expect(contact({ email: `${'a'.repeat(200)}@four.example` })).toBeNull();
  });

  it('knows no position at (0, 0), without figures, or off the globe', () => {
    for (const [longitude, latitude] of [
      ['0', '0'],
      ['', ''],
      ['6.17', ''],
      ['6.17', '149.11'],
      ['x', 'y'],
    ]) {
      expect(extract({ longitude: longitude ?? '', latitude: latitude ?? '' })).toMatchObject({
        value: { lat: null, lon: null },
      });
    }
  });

  it('keeps an odd position: whether it is too far is for the writer, which knows the communes', () => {
    expect(extract({ longitude: '2.257', latitude: '49.892' })).toMatchObject({ value: { lat: 49.892, lon: 2.257 } });
  });

  it('refuses a SIRET that is not 14 digits, a missing name and a headcount it does not know', () => {
    expect(extract({ siret: '312345678' })).toEqual({ ok: false, error: refusal('siret', '312345678') });
    expect(extract({ legalName: ' ' })).toEqual({ ok: false, error: refusal('legal-name-missing') });
    expect(extract({ legalName: 'NULL' })).toEqual({ ok: false, error: refusal('legal-name-missing') });
    expect(extract({ headcount: '0-2' })).toEqual({ ok: false, error: refusal('headcount-band', '0-2') });
  });

  it('takes an empty headcount for an unknown one: kept, and not ranked', () => {
    expect(extract({ headcount: '' })).toMatchObject({ value: { headcountBand: 'NN', unranked: 'unknown-staff' } });
  });

  it('reads the hires of the year where a structure counts them, zero included', () => {
    expect(extract({ yearlyHires: '7' })).toMatchObject({ value: { yearlyHires: 7 } });
    expect(extract({ yearlyHires: '0' })).toMatchObject({ value: { yearlyHires: 0 } });
    expect(extract({ yearlyHires: 'douze' })).toMatchObject({ ok: false });
  });

  it('marks a sole trader by the name, and honours an opposition to diffusion', () => {
    expect(extract({ legalName: 'PELOUARD JEAN LUC', sign: '' })).toMatchObject({
      value: { isSoleTrader: true, sign: null },
    });
    expect(extract({ diffusion: 'P' })).toMatchObject({ value: { isDiffusible: false, unranked: 'non-diffusible' } });
  });
});

describe('the SIRENE stock', () => {
  it('gives the same kind of record', () => {
    expect(stock({ sign: 'LE FOUR' })).toMatchObject({
      value: {
        legalName: 'AUX BLES D OR',
        sign: 'LE FOUR',
        naf: '1071C',
        address: '12 rue des Clercs',
        headcountBand: '11',
      },
    });
  });

  it('marks natural persons by their legal category, or by a surname alone', () => {
    expect(stock({ legalCategory: '1000', legalName: '', surname: 'PELOUARD', givenName: 'LUC' })).toMatchObject({
      value: { legalName: 'PELOUARD LUC', isSoleTrader: true },
    });
    expect(stock({ legalCategory: '', legalName: '', surname: 'PELOUARD', givenName: 'LUC' })).toMatchObject({
      value: { isSoleTrader: true },
    });
  });

  it('takes the usual name when there is no sign, and as the only name when nothing else is known', () => {
    expect(stock({ usualName: 'LE FOUR' })).toMatchObject({ value: { sign: 'LE FOUR', legalName: 'AUX BLES D OR' } });
    expect(stock({ usualName: 'LE FOUR', legalName: '' })).toMatchObject({ value: { legalName: 'LE FOUR' } });
    expect(stock({ legalName: '' })).toEqual({ ok: false, error: refusal('legal-name-missing') });
  });

  it('refuses a closed establishment, and tells a public body by its legal category', () => {
    expect(stock({ state: 'F' })).toEqual({ ok: false, error: refusal('closed') });
    expect(stock({ legalCategory: '7210' })).toMatchObject({ value: { group: 'public' } });
  });

  it('keeps a masked row out of lists and shows no masked address', () => {
    expect(stock({ legalName: '[ND]', diffusion: 'P', way: '', street: '[ND]' })).toMatchObject({
      value: { unranked: 'non-diffusible', address: '' },
    });
  });
});

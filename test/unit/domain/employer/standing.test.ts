import { describe, expect, it } from 'vitest';
import {
  standingOf,
  type RegisteredEmployer,
  type Standing,
} from '../../../../src/shared/domain/employer/standing.rules.ts';

const bakery: RegisteredEmployer = {
  legalName: 'AUX BLES D OR',
  sign: null,
  naf: '1071C',
  headcountBand: '02',
  siret: '31234567800013',
  isDiffusible: true,
  legalCategory: null,
};
const standing = (changes: Partial<RegisteredEmployer>): Standing => standingOf({ ...bakery, ...changes });

describe('the group of an employer', () => {
  it('is private by default', () => {
    expect(standing({})).toEqual({ group: 'private', unranked: null });
  });

  it('is public for administration, justice and compulsory social security', () => {
    for (const naf of ['8411Z', '8423Z', '8430A']) expect(standing({ naf }).group).toBe('public');
  });

  it('is public for a number of the State or of a local body, whatever the sector', () => {
    expect(standing({ siret: '19570000000013', naf: '8531Z' }).group).toBe('public');
    expect(standing({ siret: '21570463000013', naf: '5629A' }).group).toBe('public');
  });

  it('follows the legal category when it is known, and then does not guess by the name', () => {
    expect(standing({ legalCategory: '7361', naf: '8610Z' }).group).toBe('public');
    expect(standing({ legalCategory: '4140', naf: '6820A', headcountBand: '32' }).group).toBe('public');
    expect(standing({ legalCategory: '9220', naf: '8610Z', legalName: 'CENTRE HOSPITALIER DU VAL' }).group).toBe(
      'private',
    );
  });

  it('knows public hospitals and schools by name, unless the name says that they are private', () => {
    const group = (naf: string, legalName: string): string => standing({ naf, legalName }).group;
    expect(group('8610Z', 'CTRE HOSPITALIER DU VAL')).toBe('public');
    expect(group('8610Z', 'CHU DU VAL')).toBe('public');
    expect(group('8610Z', 'HOPITAL PRIVE DU VAL')).toBe('private');
    expect(group('8610Z', 'FONDATION HOPITAL DU VAL')).toBe('private');
    expect(group('8531Z', 'LYCEE DU VAL')).toBe('public');
    expect(group('8531Z', 'LYCEE PRIVE DU VAL')).toBe('private');
    expect(group('8520Z', 'OGEC ECOLE PRIMAIRE DU VAL')).toBe('private');
    expect(group('8553Z', 'AUTO ECOLE DU VAL')).toBe('private');
    expect(group('5610A', 'LE COLLEGE DES SAVEURS')).toBe('private');
    expect(group('8710A', 'CTRE COM ACTION SOCIALE')).toBe('public');
  });

  it('is agency for placement, temporary work and groupings of employers', () => {
    for (const naf of ['7810Z', '7820Z', '7830Z'])
      expect(standing({ naf })).toEqual({ group: 'agency', unranked: null });
  });
});

describe('why an establishment is not ranked', () => {
  it('leaves the public employment service out, by number or by name and sector', () => {
    expect(standing({ siret: '13000548100013', naf: '8413Z' })).toEqual({
      group: 'public',
      unranked: 'employment-service',
    });
    expect(standing({ naf: '8413Z', sign: 'POLE EMPLOI DU VAL' }).unranked).toBe('employment-service');
    expect(standing({ naf: '5610A', sign: 'FRANCE TRAVAIL ET TABLE' }).unranked).toBeNull();
  });

  it('leaves co-ownerships out, by sector or by name', () => {
    expect(standing({ naf: '8110Z', legalName: 'LES TERRASSES' }).unranked).toBe('co-ownership');
    for (const legalName of [
      'COPRO 3 RUE DU LAC',
      'COPROPRIETE LE LAC',
      'SYND COPROP LE LAC',
      'SDC LE LAC',
      'IMMEUBLE 3 RUE DU LAC',
    ]) {
      expect(standing({ naf: '6832A', legalName }).unranked, legalName).toBe('co-ownership');
    }
    for (const legalName of ['COPROXIMITE', 'SYNDICAT MIXTE DU LAC', 'IMMEUBLES ET TERRES DU LAC']) {
      expect(standing({ naf: '6832A', legalName }).unranked, legalName).toBeNull();
    }
  });

  it('leaves property shells out by name, and lessors under ten employees', () => {
    for (const legalName of ['SCI LE LAC', 'S C I LE LAC', 'SOCIETE CIVILE IMMOBILIERE LE LAC', 'INDIVISION LE LAC']) {
      expect(standing({ legalName }).unranked, legalName).toBe('property-shell');
    }
    for (const naf of ['6820A', '6820B', '6810Z', '4110A', '4110D']) {
      expect(standing({ naf, headcountBand: '03' }).unranked).toBe('property-shell');
      expect(standing({ naf, headcountBand: '11' }).unranked).toBeNull();
    }
    expect(standing({ legalName: 'SCIERIE DU LAC' }).unranked).toBeNull();
  });

  it('needs a sector that exists', () => {
    for (const naf of ['', '561', '0000Z', '0471Z']) expect(standing({ naf }).unranked).toBe('unknown-sector');
  });

  it('needs staff, and says whether there is none or nobody knows', () => {
    expect(standing({ headcountBand: '00' }).unranked).toBe('no-staff');
    expect(standing({ headcountBand: 'NN' }).unranked).toBe('unknown-staff');
  });

  it('puts an opposition to diffusion before any other reason', () => {
    expect(standing({ isDiffusible: false, naf: '8110Z' }).unranked).toBe('non-diffusible');
  });
});

describe('an office of the State in the class of town halls', () => {
  const reason = (changes: Partial<RegisteredEmployer>) => standing({ naf: '8411Z', ...changes }).unranked;

  it('is in no list: the hires of that class are those of towns', () => {
    expect(reason({ siret: '17570211700011', legalName: 'TRESORERIE GENERALE DE LA MOSELLE' })).toBe('state-office');
    expect(reason({ legalCategory: '7171' })).toBe('state-office');
  });

  it('is told from a town by the numbers of the register, whatever its name says', () => {
    expect(reason({ siret: '21570463600013', legalName: 'COMMUNE DE METZ' })).toBeNull();
    expect(reason({ siret: '21570463600013', legalCategory: '7210', legalName: 'TRESORERIE' })).toBeNull();
    expect(reason({ siret: '17570211700011', legalCategory: '7210' })).toBeNull();
  });

  it('stays in the lists in the classes that are the State’s own', () => {
    expect(standing({ siret: '17570111900018', naf: '8423Z' })).toEqual({ group: 'public', unranked: null });
  });
});

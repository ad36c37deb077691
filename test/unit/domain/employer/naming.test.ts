import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCase } from '../../../../src/shared/domain/employer/name-case.rules.ts';
import { displayName, isSoleTraderName } from '../../../../src/shared/domain/employer/naming.rules.ts';

const company = { legalName: 'DISTRIMOSEL', sign: null, isSoleTrader: false, isDiffusible: true };
const trader = { legalName: 'PELOUARD JEAN LUC', sign: null, isSoleTrader: true, isDiffusible: true };

describe('normal case', () => {
  it.each([
    ['LA BOITE A PATES', 'La Boite a Pates'],
    ['LE  CHAUDRON D ANJOU', "Le Chaudron d'Anjou"],
    ['L EUROPEENNE DE L IMMOBILIER', "L'Europeenne de l'Immobilier"],
    ["O'KEBALOU", "O'Kebalou"],
    ["AU MOUTON D'OR", "Au Mouton d'Or"],
    ["L'INSTANT SUCRE", "L'Instant Sucre"],
    ['COMPTOIR DE LA PART-DIEU', 'Comptoir de la Part-Dieu'],
    ['PONT-A-MOUSSON ACCUEIL', 'Pont-a-Mousson Accueil'],
    ['PIERREFOND BTP', 'Pierrefond BTP'],
    ['SARL GROS MURS', 'SARL Gros Murs'],
    ['SNC LE QUAI', 'SNC le Quai'],
    ['EHPAD DES GLYCINES', 'EHPAD des Glycines'],
    ['E.B.T.L.', 'E.B.T.L.'],
    ['S M E C G V', 'S M E C G V'],
    ['MAISON ST MARTIN', 'Maison St Martin'],
    ['4EME RUE', '4eme Rue'],
    ['T3V 57', 'T3V 57'],
    ['PAIN&VIN', 'Pain&Vin'],
    ["LE P'TIT BAR", "Le P'Tit Bar"],
    ['Au Petit Bois', 'Au Petit Bois'],
    ['boulangerie du Bois', 'boulangerie du Bois'],
  ])('writes %s as %s', (text, expected) => {
    expect(normalCase(text)).toBe(expected);
  });

  it('changes neither the letters nor their order, and is at rest on its own result', () => {
    const words = fc.array(
      fc.constantFrom('LE', 'D', 'L', 'A', 'SARL', 'ST', "D'OR", 'PART-DIEU', '57', 'E.B.', 'OR'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const name = normalCase(text);
        expect(name.toUpperCase().replace(/[ ']/g, '')).toBe(text.replace(/[ ']/g, ''));
        if (/\p{Ll}/u.test(name)) expect(normalCase(name)).toBe(name);
      }),
    );
  });
});

describe('the shown name', () => {
  it('is what is written on the door, else the legal name', () => {
    expect(displayName({ ...company, sign: 'SUPER MOSELAN' })).toBe('Super Moselan');
    expect(displayName(company)).toBe('Distrimosel');
  });

  it.each(['56 58', 'DEP 57', 'DEPT 33', 'ETAGE 3E', 'DU 17 AU 25', '[ND]', '""', ' - '])(
    'does not take %s for a sign',
    (sign) => {
      expect(displayName({ ...company, sign })).toBe('Distrimosel');
    },
  );

  it('drops quotes and numbers of registration from a sign', () => {
    expect(displayName({ ...company, sign: '"""LE RABOT"""' })).toBe('Le Rabot');
    expect(displayName({ ...company, sign: 'LE RABOT 31234567800013' })).toBe('Le Rabot');
  });

  it('does not take a civility and a name for a sign', () => {
    expect(displayName({ ...company, sign: 'MONSIEUR PATRICK GRANDVOISIN' })).toBe('Distrimosel');
  });

  it('shows a sole trader under the sign, and the own name only without one', () => {
    expect(displayName({ ...trader, sign: 'AU COIN DES GOURMANDS' })).toBe('Au Coin des Gourmands');
    expect(displayName(trader)).toBe('Pelouard Jean Luc');
    expect(displayName({ ...trader, sign: 'JEAN LUC PELOUARD' })).toBe('Pelouard Jean Luc');
  });

  it('shows no name of those who opposed diffusion, not even a sign', () => {
    expect(displayName({ ...trader, isDiffusible: false })).toBeNull();
    expect(displayName({ ...trader, isDiffusible: false, sign: 'JEAN LUC PELOUARD' })).toBeNull();
    expect(displayName({ ...company, legalName: '[ND]', isDiffusible: false })).toBeNull();
    expect(displayName({ ...trader, isDiffusible: false, sign: 'LE RABOT' })).toBeNull();
  });
});

describe('recognising a sole trader by the name', () => {
  it.each([
    'PELOUARD JEAN LUC',
    'VERNIQUET MARTINE',
    'DE MONTEILLARD NATHALIE',
    'GRANDVOISIN ANNE-SOPHIE',
    'BOISTEUIL PAUL E',
    'MONSIEUR PATRICK GRANDVOISIN',
  ])('takes %s for a person', (name) => {
    expect(isSoleTraderName(name, '5610A')).toBe(true);
  });

  it.each([
    'AUX BLES D OR',
    'GARAGE MARTIN',
    'CHEZ PAUL',
    'SARL VERNIQUET MARTINE',
    'AUBERGE ST DENIS',
    'PELOUARD ET VERNIQUET MARTINE',
    'CELIOR FRANCE',
    'MARTINE',
    'LOT 5 MARTINE',
    'M-PROTECTION',
    'RABOTEX RETAIL S.R.L.',
  ])('takes %s for a company', (name) => {
    expect(isSoleTraderName(name, '5610A')).toBe(false);
  });

  it('only where people work in their own name', () => {
    expect(isSoleTraderName('PELOUARD JEAN LUC', '8411Z')).toBe(false);
    expect(isSoleTraderName('PELOUARD JEAN LUC', '9499Z')).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorsIn, isSameSign, type Doorway } from '../../../../src/shared/domain/employer/same-door.rules.ts';

const NUMBERED = { communeName: 'Metz', naf: '5610A', isNumbered: true };
const IN_A_CENTRE = { ...NUMBERED, naf: '4771Z', isNumbered: false };

describe('two names at one address', () => {
  it.each([
    ['Brasserie Flo', 'Flo Metz'],
    ['Flo Tradition SNC', 'Brasserie Flo'],
    ['Mercure', 'Mercure Metz Centre'],
    ['Le Channel', 'CHANNEL'],
    ['Café les Arcs', 'Cafe des Arcs'],
    ['Brasserie le Saint Pierre', 'Le Saint-Pierre'],
    ['Gérard Darel', 'Gerard Darel Distribution'],
    ['Thiriet Distribution Metz', 'Thiriet Magasins'],
    ["L'Evidence", "L'Évidence II"],
    ['Restaurant la Boucherie', 'La Boucherie'],
    ['Hotel du Centre', "EURL l'Hotel du Centre"],
  ])('are one sign where a number says the door: %s, %s', (a, b) => {
    expect(isSameSign(a, b, NUMBERED)).toBe(true);
  });

  it.each([
    ['Galeries Lafayette', 'Caroll International/Galeries Lafayette'],
    ['Marionnaud Lafayette', 'Galeries Lafayette'],
    ['Pasta Mano', 'Angeluzzo'],
    ['Hotel du Centre', 'Hotel de la Gare'],
    ['Restaurant le Lion', 'Restaurant le Cerf'],
    ['SARL', 'SAS'],
  ])('are two signs: %s, %s', (a, b) => {
    expect(isSameSign(a, b, NUMBERED)).toBe(false);
  });

  it('are one sign in a shopping centre only when they say the same', () => {
    expect(isSameSign('Alain Afflelou', 'ALAIN AFFLELOU', IN_A_CENTRE)).toBe(true);
    expect(isSameSign('Halle', 'La Halle aux Vetements', IN_A_CENTRE)).toBe(false);
    expect(isSameSign('Station Agip Metz Pontifroy', 'Agip Metz Pontiffroy', IN_A_CENTRE)).toBe(true);
  });

  it('are no sign when they only say a profession that several people share at one address', () => {
    expect(isSameSign('Avocat', 'Avocats', { ...NUMBERED, naf: '6910Z' })).toBe(false);
    expect(isSameSign('Cabinet Dentaire', 'Cabinet Dentaire', { ...NUMBERED, naf: '8623Z' })).toBe(false);
    expect(isSameSign('La Boucherie', 'La Boucherie', NUMBERED)).toBe(true);
  });
});

const flo: Doorway = {
  siret: '30000000100013',
  name: 'Brasserie Flo',
  naf: '5610A',
  group: 'private',
  address: '2 rue Gambetta',
  position: { lat: 49.1113, lon: 6.17312 },
  size: 6,
  yearlyHires: null,
};
const at = (serial: number, changes: Partial<Doorway> = {}): Doorway => ({
  ...flo,
  siret: `3${String(serial).padStart(8, '0')}00013`,
  ...changes,
});
const doors = (...establishments: readonly Doorway[]) => doorsIn('Metz', establishments);

describe('the doors of a commune', () => {
  it('show the largest of their legal units, and of two alike the newest', () => {
    const [old, middle, young] = [at(1, { name: 'Flo Tradition SNC' }), at(2, { name: 'Flo Metz' }), at(3)];
    expect(doors(old, middle, young)).toEqual([{ shown: young.siret, others: [middle.siret, old.siret] }]);
    const large = { ...old, size: 7 };
    expect(doors(large, middle, young)).toEqual([{ shown: large.siret, others: [young.siret, middle.siret] }]);
    const counted = { ...middle, yearlyHires: 4 };
    expect(doors(old, counted, young)[0]?.shown).toBe(counted.siret);
  });

  it('are none for who is alone, or with sites of its own legal unit only', () => {
    expect(doors(at(1))).toEqual([]);
    expect(doors(at(1), at(1, { siret: '30000000100021' }))).toEqual([]);
  });

  it.each([
    ['another address', { address: '3 rue Gambetta' }],
    ['another kind of activity', { naf: '4711D' }],
    ['another group', { group: 'public' }],
    ['another sign', { name: 'Le Cerf' }],
    ['no place at all', { address: '', position: null }],
  ])('are apart for %s', (_, changes) => {
    expect(doors(at(1), at(2, changes))).toEqual([]);
  });

  it('are told by the position where the source has no address', () => {
    expect(doors(at(1, { address: '' }), at(2, { address: '' }))).toHaveLength(1);
    const beside = { lat: 49.1114, lon: 6.17312 };
    expect(doors(at(1, { address: '' }), at(2, { address: '', position: beside }))).toEqual([]);
  });

  it('hold two signs that are not each other’s apart, even where a third is like both', () => {
    const found = doors(at(1, { name: 'Halle' }), at(2, { name: 'Halle Bleue' }), at(3, { name: 'Halle Verte' }));
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(at(3).siret);
  });
});

describe('doors of any commune', () => {
  const words = fc.constantFrom(
    'Flo',
    'Mercure',
    'Metz',
    'Brasserie',
    'le',
    'SARL',
    'II',
    'Centre',
    'Avocat',
    '12',
    '',
  );
  const name = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
  const establishment = fc.record({
    name,
    naf: fc.constantFrom('5610A', '5630Z', '4771Z', '6910Z'),
    group: fc.constantFrom('private', 'public'),
    address: fc.constantFrom('2 rue Gambetta', 'Centre Saint Jacques', ''),
    position: fc.constantFrom(null, { lat: 49.1, lon: 6.1 }),
    size: fc.integer({ min: 0, max: 3 }),
    yearlyHires: fc.constantFrom(null, 0, 3),
    unit: fc.integer({ min: 1, max: 12 }),
  });
  const commune = fc
    .array(establishment, { maxLength: 25 })
    .map((all) => all.map(({ unit, ...each }, index): Doorway => ({ ...each, siret: siretOf(unit, index) })));

  function siretOf(unit: number, index: number): string {
    return `3${String(unit).padStart(8, '0')}${String(index).padStart(5, '0')}`;
  }

  it('are the same in whatever order establishments come', () => {
    fc.assert(
      fc.property(commune, fc.infiniteStream(fc.nat()), (all, draws) => {
        const shuffled = all.map((each) => ({ each, key: draws.next().value as number }));
        shuffled.sort((a, b) => a.key - b.key);
        const found = (list: readonly Doorway[]) => doors(...list).map((door) => JSON.stringify(door));
        expect(found(shuffled.map(({ each }) => each)).sort()).toEqual(found(all).sort());
      }),
    );
  });

  it('hold each establishment once at most, of several legal units, all of one sign two by two', () => {
    fc.assert(
      fc.property(commune, (all) => {
        const bySiret = new Map(all.map((each) => [each.siret, each]));
        const found = doors(...all).map(({ shown, others }) => [shown, ...others]);
        expect(new Set(found.flat()).size).toBe(found.flat().length);
        for (const members of found) {
          expect(new Set(members.map((siret) => siret.slice(0, 9))).size).toBeGreaterThan(1);
          for (const a of members) {
            for (const b of members) {
              const [one, other] = [bySiret.get(a)!, bySiret.get(b)!];
              const place = { communeName: 'Metz', naf: one.naf, isNumbered: /\d/.test(one.address) };
              expect(isSameSign(one.name, other.name, place)).toBe(true);
              expect([one.address, one.group]).toEqual([other.address, other.group]);
            }
          }
        }
      }),
    );
  });

  it('tell two names alike whichever comes first', () => {
    fc.assert(
      fc.property(name, name, fc.boolean(), (a, b, isNumbered) => {
        const place = { ...NUMBERED, isNumbered };
        expect(isSameSign(a, b, place)).toBe(isSameSign(b, a, place));
      }),
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { NEVER_SAID } from '../../../support/never-said.ts';
import { buildInputs, type BuiltInputs } from './demonstration-inputs.ts';
import { fold } from '../../../../src/shared/kernel/text.ts';

let inputs: BuiltInputs;

beforeAll(async () => {
  inputs = await buildInputs();
}, 60_000);

describe('the authored occupations', () => {
  it('are at least 120, each once, in all fourteen families of ROME', () => {
    const romes = inputs.occupations.occupations.map(({ rome }) => rome);
    expect(romes.length).toBeGreaterThanOrEqual(120);
    expect(new Set(romes).size).toBe(romes.length);
    for (const rome of romes) expect(rome).toMatch(/^[A-N]\d{4}$/);
    expect([...new Set(romes.map((rome) => rome[0]))].sort().join('')).toBe('ABCDEFGHIJKLMN');
  });

  it('have two to five titles and a definition', () => {
    for (const { rome, titles, definition } of inputs.occupations.occupations) {
      expect(titles.length, rome).toBeGreaterThanOrEqual(2);
      expect(titles.length, rome).toBeLessThanOrEqual(5);
      expect(definition.length, rome).toBeGreaterThan(60);
    }
  });

  it('have neighbours that exist, never themselves, each once', () => {
    const romes = new Set(inputs.occupations.occupations.map(({ rome }) => rome));
    for (const { rome, neighbours } of inputs.occupations.occupations) {
      expect(neighbours.length, rome).toBeGreaterThan(0);
      expect(new Set(neighbours.map((other) => other.rome)).size, rome).toBe(neighbours.length);
      for (const other of neighbours)
        expect(romes.has(other.rome) && other.rome !== rome, `${rome} ${other.rome}`).toBe(true);
    }
  });

  it('are hired by three sectors or more, which exist in the NAF and in the mix of establishments', () => {
    const labelled = new Set(inputs.geography.sectors.map(([naf]) => naf));
    const mixed = new Set(inputs.sectors.sectors.map(({ naf }) => naf));
    for (const { rome, affinities } of inputs.occupations.occupations) {
      expect(affinities.length, rome).toBeGreaterThanOrEqual(3);
      for (const [naf] of affinities) expect(labelled.has(naf) && mixed.has(naf), `${rome} ${naf}`).toBe(true);
    }
  });

  it('share no more than the thousand hires of a sector, and most of them', () => {
    const shares = new Map<string, number>();
    for (const { affinities } of inputs.occupations.occupations) {
      for (const [naf, share] of affinities) shares.set(naf, (shares.get(naf) ?? 0) + share);
    }
    for (const { naf } of inputs.sectors.sectors) {
      expect(shares.get(naf), naf).toBeGreaterThanOrEqual(640);
      expect(shares.get(naf), naf).toBeLessThanOrEqual(1000);
    }
  });

  it('give one way of approaching each division, where the occupation is hired', () => {
    for (const { rome, contact, affinities } of inputs.occupations.occupations) {
      const divisions = contact.flatMap((advice) => advice.divisions);
      expect(new Set(divisions).size, rome).toBe(divisions.length);
      for (const division of divisions)
        expect(
          affinities.some(([naf]) => naf.startsWith(division)),
          rome,
        ).toBe(true);
    }
  });

  it('are spoken of without the words we never say', () => {
    const texts = inputs.occupations.occupations.flatMap(({ label, titles, definition }) => [
      label,
      ...titles,
      definition,
    ]);
    for (const text of texts) {
      for (const word of NEVER_SAID) expect(` ${fold(text)} `, text).not.toContain(` ${fold(word)} `);
    }
  });

  it('have at most one difficulty of hiring each, in percent', () => {
    const romes = new Set(inputs.occupations.occupations.map(({ rome }) => rome));
    const told = inputs.occupations.tension.flatMap((family) => family.romes);
    expect(new Set(told).size).toBe(told.length);
    for (const rome of told) expect(romes.has(rome), rome).toBe(true);
  });
});

describe('the authored mix of establishments', () => {
  it('gives each sector a family of names and a profile of sizes', () => {
    for (const { naf, family, size } of inputs.sectors.sectors) {
      expect(inputs.names.families[family], `${naf} ${family}`).toBeDefined();
      expect(inputs.sectors.sizes[size], `${naf} ${size}`).toBeDefined();
    }
  });

  it('leaves a few sectors with too few hires to measure a share alone', () => {
    const small = inputs.sectors.sectors.filter(({ hires }) => hires < 50);
    expect(small.length).toBeGreaterThanOrEqual(5);
    expect(small.length).toBeLessThan(20);
  });
});

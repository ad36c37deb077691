import { beforeAll, describe, expect, it } from 'vitest';
import { buildInputs, type BuiltInputs } from './demonstration-inputs.ts';

let inputs: BuiltInputs;

beforeAll(async () => {
  inputs = await buildInputs();
}, 60_000);

describe('the geography built from public packages', () => {
  it('holds at least 14,000 communes, each once, sorted, with a position and a postcode', () => {
    const rows = inputs.geography.communes.rows;
    const codes = rows.map(([code]) => code);
    expect(rows.length).toBeGreaterThanOrEqual(14_000);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual([...codes].sort());
    for (const [code, name, , postcodes, lat, lon] of rows) {
      expect(code).toMatch(/^(?:\d{2}|2[AB])\d{3}$/);
      expect(name).not.toBe('');
      expect(postcodes.length).toBeGreaterThan(0);
      expect(Math.abs(lat)).toBeLessThan(90);
      expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    }
  });

  it('covers every metropolitan region and at least five overseas départements', () => {
    const { communes, departements, regions } = inputs.geography;
    const present = new Set(communes.rows.map(([, , departement]) => departement));
    const regionOf = new Map(departements.map(([code, , region]) => [code, region]));
    const covered = new Set([...present].map((departement) => regionOf.get(departement)));
    const metropolitan = regions.filter(([, , zone]) => zone === 'metro').map(([code]) => code);
    expect(metropolitan).toHaveLength(13);
    expect(metropolitan.filter((code) => !covered.has(code))).toEqual([]);
    const overseas = departements.filter(([code, , , zone]) => zone === 'drom' && present.has(code));
    expect(overseas.length).toBeGreaterThanOrEqual(5);
  });

  it('holds the arrondissements of Paris, Lyon and Marseille', () => {
    const names = inputs.geography.communes.rows.map(([, name]) => name);
    expect(names.filter((name) => name.includes('Arrondissement'))).toHaveLength(45);
  });

  it('names the 732 classes of the NAF', () => {
    expect(inputs.geography.sectors).toHaveLength(732);
    expect(new Map(inputs.geography.sectors).get('1071C')).toBe('Boulangerie et boulangerie-pâtisserie');
  });

  it('says who made what, under which licence', () => {
    expect(inputs.geography.sources.map(({ licence }) => licence).join(' ')).toMatch(/Licence Ouverte.*CC BY 4\.0/);
    for (const source of inputs.geography.sources) expect(source.attribution).not.toBe('');
  });

  it('stays under 1.5 MB', () => {
    expect(inputs.geographyBytes).toBeLessThanOrEqual(1_500_000);
  });
});

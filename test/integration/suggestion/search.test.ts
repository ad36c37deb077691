import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/shared/kernel/text.ts';
import { fixtureCore, type FixtureCore } from '../../support/core.ts';

let core: FixtureCore;

beforeAll(async () => {
  core = await fixtureCore('search');
});
afterAll(() => core.cleanup());

describe('searching an occupation', () => {
  const romes = async (text: string, limit = 20): Promise<readonly string[]> =>
    (await core.ask('occupation.search', { text, limit })).map(({ rome }) => rome);

  it.each([
    ['boulanger', 'D1102'],
    ['BOULANGER', 'D1102'],
    ['Boulangère', 'D1102'],
    ['maçon', 'F1703'],
    ['macon', 'F1703'],
    ['maçonne', 'F1703'],
    ['secretaire', 'M1607'],
    ['manoeuvre', 'F1704'],
    ['manœuvre batiment', 'F1704'],
    ['serveuse', 'G1803'],
    ['serveuses', 'G1803'],
    ['F1703', 'F1703'],
    ['magasinière', 'N1103'],
    ['cuisinière', 'G1602'],
    ["hôtesse d'accueil", 'M1601'],
    ['hotesse caisse', 'D1505'],
    ['caisse hôte', 'D1505'],
    ['aide domicile', 'K1304'],
    ['boul', 'D1102'],
    ['M1607', 'M1607'],
    ['k1304', 'K1304'],
  ])('%j finds %s first', async (text, rome) => {
    expect((await romes(text))[0]).toBe(rome);
  });

  it('finds the same occupations whatever the order of the words', async () => {
    for (const [one, other] of [
      ['vendeuse alimentation', 'alimentation vendeuse'],
      ['chef partie', 'partie chef'],
      ['agent nettoyage locaux', 'locaux nettoyage agent'],
    ] as const) {
      expect([...(await romes(other))].sort()).toEqual([...(await romes(one))].sort());
      expect(await romes(one)).not.toEqual([]);
    }
  });

  it('finds an occupation by a title that is not its label, and shows that title', async () => {
    const [hit] = await core.ask('occupation.search', { text: 'plongeuse', limit: 5 });
    expect(hit).toEqual({
      rome: 'G1603',
      label: 'Personnel polyvalent en restauration',
      title: 'Plongeur / Plongeuse en restauration',
    });
  });

  it('finds by one or two letters the titles that begin with them', async () => {
    for (const text of ['b', 'bo', 'se']) {
      const hits = await core.ask('occupation.search', { text, limit: 20 });
      expect(hits.length).toBeGreaterThan(0);
      for (const { title } of hits) expect(fold(title).startsWith(text), title).toBe(true);
    }
    // No title begins so: the words that do are found.
    expect(await romes('3d')).toEqual(['L1510']);
  });

  it('gives each occupation once, and no more than asked', async () => {
    const all = await romes('a');
    expect(new Set(all).size).toBe(all.length);
    expect(await romes('a', 3)).toEqual(all.slice(0, 3));
  });

  it('names the occupation without a label by its first title', async () => {
    const [hit] = await core.ask('occupation.search', { text: 'animatrice 3D', limit: 5 });
    expect(hit).toMatchObject({ rome: 'L1510', label: "Animateur / Animatrice 3D - films d'animation" });
  });

  it.each(['', '   ', '!?', 'zzzz', 'boulanger astronaute', '"', '*', 'AND', 'NEAR(a b)'])(
    'finds nothing for %j rather than failing',
    async (text) => {
      expect(await romes(text)).toEqual([]);
    },
  );

  it('gives an occupation with its definition, its tensions and its neighbours, each once', async () => {
    const occupation = await core.ask('occupation.get', { rome: 'D1106' });
    expect(occupation.definition).toBe(
      "Conseille la clientèle et vend des produits d'alimentation. Peut tenir la caisse. Peut préparer l'étal avant l'ouverture.",
    );
    expect(occupation.tensions).toEqual([{ familyLabel: 'Vendeurs en produits alimentaires', percent: 41.8 }]);
    expect(occupation.neighbours.map(({ rome, kind }) => `${rome} ${kind}`)).toEqual([
      ...['D1101 close', 'D1102 close', 'M1601 close', 'D1505 evolution'],
    ]);
  });

  it('knows no occupation by a code that no source holds', async () => {
    expect(await core.refusal('occupation.get', { rome: 'A1101' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('searching a place', () => {
  const names = async (text: string, limit = 20): Promise<readonly string[]> =>
    (await core.ask('place.search', { text, limit })).map(({ name }) => name);

  it.each([
    ['Metz', 'Metz'],
    ['metz', 'Metz'],
    ['saint julien', 'Saint-Julien-lès-Metz'],
    ['st julien les metz', 'Saint-Julien-lès-Metz'],
    ['Saint-Julien-lès-Metz', 'Saint-Julien-lès-Metz'],
    ['ban saint martin', 'Le Ban-Saint-Martin'],
    ['montigny', 'Montigny-lès-Metz'],
    ["l'hay", "L'Haÿ-les-Roses"],
    ['mousson', 'Pont-à-Mousson'],
    ['57070', 'Metz'],
    ['57950', 'Montigny-lès-Metz'],
    ['57000 Metz', 'Metz'],
    ['Metz 57', 'Metz'],
    ['1000', 'Bourg-en-Bresse'],
    ['2A', 'Ajaccio'],
    ['2b', 'Bastia'],
    ['54', 'Nancy'],
    ['Nancy cedex', 'Nancy'],
    ['20200', 'Bastia'],
    ['97400', 'Saint-Denis'],
    ['paris', 'Paris'],
    ['Paris 4', 'Paris 4e arrondissement'],
    ['PARIS 04', 'Paris 4e arrondissement'],
    ['Paris 4ème', 'Paris 4e arrondissement'],
    ['Paris 15', 'Paris'],
    ['Paris 10', 'Paris'],
    ['Marseille 13', 'Marseille 13e arrondissement'],
    ['Marseille 12', 'Marseille'],
    ['Lyon 3', 'Lyon 3e arrondissement'],
    ['Lyon 69', 'Lyon'],
  ])('%j finds %s first', async (text, name) => {
    // As INSEE spells it: the post office, whose file is read, writes no accent.
    expect((await names(text))[0]).toBe(name);
  });

  it('gives every commune of a postcode', async () => {
    expect([...(await names('57050'))].sort()).toEqual(['Le Ban-Saint-Martin', 'Longeville-lès-Metz', 'Metz']);
    expect([...(await names('57070'))].sort()).toEqual(['Metz', 'Saint-Julien-lès-Metz']);
  });

  it('takes a CEDEX, which no list of postcodes holds, for the département it is in', async () => {
    for (const text of ['57036 METZ CEDEX', '57036 Metz Cedex 1', '57036 metz', '57036']) {
      const found = await core.ask('place.search', { text, limit: 5 });
      expect(found[0]?.communeCode, text).toBe('57463');
      expect(found.every(({ departement }) => departement === '57')).toBe(true);
    }
  });

  it('gives a commune with its postcodes and its position', async () => {
    expect(await core.ask('place.get', { communeCode: '57463' })).toEqual({
      communeCode: '57463',
      name: 'Metz',
      departement: '57',
      postcodes: ['57000', '57050', '57070'],
      lat: 49.1108,
      lon: 6.1769,
    });
  });

  it('finds an arrondissement by its number, and its city', async () => {
    expect(await names('Paris 4e')).toEqual(['Paris 4e arrondissement', 'Paris']);
    expect(await names('lyon 3e arrondissement')).toEqual(['Lyon 3e arrondissement', 'Lyon']);
  });

  it('offers the whole city beside its arrondissements', async () => {
    expect([...(await names('paris'))].sort()).toEqual(['Paris', 'Paris 4e arrondissement']);
    expect(await core.ask('place.get', { communeCode: '75056' })).toMatchObject({ name: 'Paris', departement: '75' });
  });

  it('does not offer a commune whose position nobody knows: nothing can be measured from it', async () => {
    expect(await names('roussy')).toEqual([]);
    expect(await names('noumea')).toEqual([]);
    expect(await core.refusal('place.get', { communeCode: '57600' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['', '  ', '%', '_', 'zzzz', '99999'])('finds nothing for %j rather than everything', async (text) => {
    expect(await names(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { quoted, refusal } from '../../../src/main/import/refusal.ts';
import { contactModes } from '../../../src/main/import/sources/contact-modes/contact-modes.source.ts';
import { nafLabels } from '../../../src/main/import/sources/naf-labels/naf-labels.source.ts';
import { places } from '../../../src/main/import/sources/places/places.source.ts';
import { romeMobility } from '../../../src/main/import/sources/rome-mobility/rome-mobility.source.ts';
import { romeNafHires } from '../../../src/main/import/sources/rome-naf-hires/rome-naf-hires.source.ts';
import { romeOccupations } from '../../../src/main/import/sources/rome-occupations/rome-occupations.source.ts';
import { romeTexts } from '../../../src/main/import/sources/rome-texts/rome-texts.source.ts';
import { romeTitles } from '../../../src/main/import/sources/rome-titles/rome-titles.source.ts';
import { tension } from '../../../src/main/import/sources/tension/tension.source.ts';

describe('ROME files', () => {
  it('undo the doubled apostrophe and the doubled space', () => {
    expect(romeOccupations.parse({ rome: 'E1104', label: "Coordination d''édition" }, 2)).toEqual({
      ok: true,
      value: { rome: 'E1104', label: "Coordination d'édition" },
    });
    const title = romeTitles.parse(
      { rome: 'L1510', title: "Dessinateur  - films d''animation", section: 'PRINCIPALE' },
      2,
    );
    expect(title).toEqual({
      ok: true,
      value: { rome: 'L1510', title: "Dessinateur - films d'animation", isPrincipal: true },
    });
  });

  it('keep both kinds of mobility and refuse an edge from an occupation to itself', () => {
    expect(romeMobility.parse({ rome: 'D1106', target: 'D1505', kind: 'Proche' }, 2)).toMatchObject({
      value: { kind: 'close' },
    });
    expect(romeMobility.parse({ rome: 'D1106', target: 'D1102', kind: 'Evolution' }, 2)).toMatchObject({
      value: { kind: 'evolution' },
    });
    expect(romeMobility.parse({ rome: 'D1106', target: 'D1106', kind: 'Proche' }, 2)).toEqual({
      ok: false,
      error: refusal('mobility-to-itself', 'D1106'),
    });
  });

  it('keep definitions only, and join the sentences of one occupation in their order', () => {
    expect(romeTexts.parse({ rome: 'D1106', kind: 'acces_a_em', text: 'x' }, 2)).toEqual({
      ok: false,
      error: refusal('not-a-definition'),
    });
    const gathered = romeTexts.gather?.([
      { rome: 'D1106', definition: 'Vend.' },
      { rome: 'D1102', definition: 'Pétrit.' },
      { rome: 'D1106', definition: 'Peut tenir la caisse.' },
    ]);
    expect(gathered).toEqual([
      { rome: 'D1106', definition: 'Vend. Peut tenir la caisse.' },
      { rome: 'D1102', definition: 'Pétrit.' },
    ]);
  });

  it('tell their version by their name, and say "unknown" when it does not', () => {
    expect(romeTitles.describe('unix_referentiel_appellation_v347_utf8.csv').vintage).toBe('ROME v3.47');
    expect(romeTitles.describe('unix_referentiel_appellation_v351_utf8.csv').vintage).toBe('ROME v3.51');
    expect(romeTitles.describe('titles.csv').vintage).toBe('unknown');
  });
});

describe('sector files', () => {
  it('repair the label that lost its apostrophe to a control byte', () => {
    expect(nafLabels.parse({ naf: '88.99A', label: 'Accueil sans hébergement ?\u0019enfants' }, 2)).toEqual({
      ok: true,
      value: { naf: '8899A', label: 'Accueil sans hébergement d’enfants' },
    });
  });

  it('refuse hires that are not a count above zero', () => {
    expect(romeNafHires.parse({ rome: 'D1106', naf: '1071C', hires: '12' }, 2)).toMatchObject({ value: { hires: 12 } });
    for (const hires of ['', '0', '-3', '1.5', 'x']) {
      expect(romeNafHires.parse({ rome: 'D1106', naf: '1071C', hires }, 2).ok).toBe(false);
    }
  });

  it('read the two contact modes, and refuse an empty one with its reason', () => {
    const mode = (text: string): unknown => contactModes.parse({ division: '47', rome: 'D1106', mode: text }, 2);
    expect(mode('Se présenter spontanément')).toMatchObject({ value: { division: '47', mode: 'in-person' } });
    expect(mode('Envoyer un CV et une lettre de motivation')).toMatchObject({ value: { mode: 'application' } });
    expect(mode('')).toEqual({
      ok: false,
      error: { code: 'contact-mode-missing', value: '47/D1106', reason: 'No contact mode for 47 and D1106' },
    });
  });

  it('read a share of difficult hires with a point, a comma or a percent sign', () => {
    for (const percent of ['57.3', '57,3', '57,3 %']) {
      const row = { familyCode: 'S1Z40', familyLabel: 'Cuisiniers', percent, rome: 'G1602' };
      expect(tension.parse(row, 2)).toMatchObject({ value: { percent: 57.3 } });
    }
    const masked = { familyCode: 'S1Z40', familyLabel: 'Cuisiniers', percent: '*', rome: 'G1602' };
    expect(tension.parse(masked, 2).ok).toBe(false);
  });
});

describe('places', () => {
  const place = (commune: string, postcode: string, position: string): unknown =>
    places.parse({ commune, name: 'ST JULIEN LES METZ', postcode, position }, 2);

  it('read latitude and longitude from their one field', () => {
    expect(place('57616', '57070', '49.1337, 6.2038')).toEqual({
      ok: true,
      value: { communeCode: '57616', name: 'Saint-Julien-lès-Metz', postcode: '57070', lat: 49.1337, lon: 6.2038 },
    });
  });

  it('keep a commune without a position, and give a dropped zero back', () => {
    expect(place('1053', '1000', '')).toMatchObject({
      value: { communeCode: '01053', postcode: '01000', lat: null, lon: null },
    });
  });

  it('know Corsica and overseas, and refuse what is no commune', () => {
    expect(place('2A004', '20000', '41.93, 8.70')).toMatchObject({ value: { communeCode: '2A004' } });
    expect(place('97105', '97100', '15.99, -61.72')).toMatchObject({ value: { lon: -61.72 } });
    expect(place('ABCDE', '57000', '')).toEqual({
      ok: false,
      error: { code: 'commune-code', value: null, reason: 'Commune code not valid: (5 characters of text)' },
    });
  });
});

describe('refusals', () => {
  it('quote codes and numbers, never text that could be a name', () => {
    expect(quoted('0-2')).toBe('"0-2"');
    expect(quoted('')).toBe('(empty)');
    expect(quoted('MARTIN CLAIRE')).toBe('(13 characters of text)');
    expect(quoted('MARTIN')).toBe('(6 characters of text)');
  });

  it('say a sentence and hold the code and the value apart', () => {
    expect(refusal('siret', ' 123 ')).toEqual({ code: 'siret', value: '123', reason: 'SIRET is not 14 digits: "123"' });
    expect(refusal('siret', '')).toEqual({ code: 'siret', value: '', reason: 'SIRET is not 14 digits: (empty)' });
    expect(refusal('field-count', '8/13')).toEqual({
      code: 'field-count',
      value: '8/13',
      reason: '8 fields instead of 13',
    });
    expect(refusal('closed')).toEqual({ code: 'closed', value: null, reason: 'Closed establishment' });
  });

  it('never hold text that could be a name', () => {
    expect(refusal('siret', 'MARTIN CLAIRE')).toEqual({
      code: 'siret',
      value: null,
      reason: 'SIRET is not 14 digits: (13 characters of text)',
    });
  });
});

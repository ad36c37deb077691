import { describe, expect, it } from 'vitest';
import {
  departementFromPostcode,
  departementOf,
  placeName,
  wholeCityOf,
} from '../../../../src/shared/domain/place/place-names.rules.ts';

describe('names of communes', () => {
  it.each([
    ['METZ', 'Metz'],
    ['ST JULIEN LES METZ', 'Saint-Julien-lès-Metz'],
    ['STE MARIE AUX MINES', 'Sainte-Marie-aux-Mines'],
    ['LE BAN ST MARTIN', 'Le Ban-Saint-Martin'],
    ['LE HAVRE', 'Le Havre'],
    ['LA ROCHE SUR YON', 'La Roche-sur-Yon'],
    ['LES ABYMES', 'Les Abymes'],
    ['L HAY LES ROSES', "L'Hay-les-Roses"],
    ['JOUE LES TOURS', 'Joue-lès-Tours'],
    ['AIX LES BAINS', 'Aix-les-Bains'],
    ['VAL D ISERE', "Val-d'Isere"],
    ['ROUSSY LE VILLAGE', 'Roussy-le-Village'],
    ['PONT A MOUSSON', 'Pont-a-Mousson'],
    ['PRADES LE LEZ', 'Prades-le-Lez'],
    ['PARIS 04', 'Paris 4e arrondissement'],
    ['PARIS 01', 'Paris 1er arrondissement'],
    ['MARSEILLE 13', 'Marseille 13e arrondissement'],
    ['MARSEILLETTE', 'Marseillette'],
    ['Sainte-Ruffine', 'Sainte-Ruffine'],
    ['', ''],
  ])('writes %s as %s', (text, expected) => {
    expect(placeName(text)).toBe(expected);
  });
});

describe('codes of communes', () => {
  it('know the city of an arrondissement, and leave other communes alone', () => {
    expect(['75101', '75120', '69381', '69389', '13201', '13216'].map(wholeCityOf)).toEqual([
      '75056',
      '75056',
      '69123',
      '69123',
      '13055',
      '13055',
    ]);
    expect(['75056', '75121', '69390', '13217', '57463', '13200'].map(wholeCityOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('give their département, Corsica and overseas included', () => {
    expect(['57463', '01053', '2A004', '97105', '98818'].map(departementOf)).toEqual(['57', '01', '2A', '971', '988']);
  });
});

describe('postcodes', () => {
  it('give their département, with the zero that a spreadsheet dropped', () => {
    expect(['57000', '6000', '01000', '97400'].map(departementFromPostcode)).toEqual(['57', '06', '01', '974']);
  });

  it('cut Corsica by range', () => {
    expect(['20000', '20137', '20200', '20620'].map(departementFromPostcode)).toEqual(['2A', '2A', '2B', '2B']);
  });

  it('say nothing of what is no postcode', () => {
    expect(['', '570', '57 000', 'METZ'].map(departementFromPostcode)).toEqual([null, null, null, null]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/main/import/read-csv.ts';
import { readRegister } from '../../../src/main/import/read-register.ts';
import { refusal, type RefusalReason } from '../../../src/main/import/refusal.ts';
import { rowMapper } from '../../../src/main/import/row-mapper.ts';
import type { Delimiter, Source } from '../../../src/main/import/source.ts';
import { establishmentsExtract } from '../../../src/main/import/sources/establishments/establishments.source.ts';
import { sireneStock } from '../../../src/main/import/sources/establishments/sirene-stock.source.ts';
import type { EstablishmentRecord } from '../../../src/shared/domain/dataset/reference-records.ts';
import { RegisterColumns } from '../../../src/main/import/register-columns.ts';
import { seededStream } from '../../../src/shared/kernel/hash.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

type RegisterSource = Source<'establishments'>;
type Told = readonly [line: number, code: string, value: string | null];

interface Read {
  readonly records: readonly EstablishmentRecord[];
  readonly refused: readonly Told[];
}

let folder: TempFolder;
beforeAll(() => (folder = tempFolder('register')));
afterAll(() => folder.cleanup());

/** The straightforward way: every row as texts, by the adapter of its layout. */
async function readPlainly(path: string, source: RegisterSource, delimiter: Delimiter): Promise<Read> {
  const records: EstablishmentRecord[] = [];
  const refused: Told[] = [];
  const lines = new Map<string, number>();
  const refuse = (line: number, { code, value }: RefusalReason): void => void refused.push([line, code, value]);
  for await (const { header, rows } of readCsv(path, { delimiter })) {
    const toRow = rowMapper(source, header);
    for (const row of rows) {
      if (row.refusal !== undefined) {
        refuse(row.line, row.refusal);
        continue;
      }
      const parsed = source.parse(toRow(row.values), row.line);
      const before = parsed.ok ? lines.get(parsed.value.siret) : undefined;
      if (!parsed.ok) refuse(row.line, parsed.error);
      else if (before !== undefined) refuse(row.line, refusal('repeated', String(before)));
      else {
        lines.set(parsed.value.siret, row.line);
        records.push(parsed.value);
      }
    }
  }
  return { records, refused };
}

async function readBoth(text: string | Buffer, source: RegisterSource, delimiter: Delimiter, chunkSize: number) {
  const path = join(folder.path, 'register.csv');
  writeFileSync(path, text);
  const refused: Told[] = [];
  const register = await readRegister(path, source, {
    ...{ delimiter, chunkSize },
    onBytes: () => undefined,
    onRefused: (line, { code, value }) => refused.push([line, code, value]),
  });
  return {
    register,
    own: { records: [...register.records], refused },
    plain: await readPlainly(path, source, delimiter),
  };
}

function expectSame({ register, own, plain }: Awaited<ReturnType<typeof readBoth>>): void {
  expect(own).toEqual(plain);
  const columns = new RegisterColumns();
  for (const record of plain.records) columns.push(record);
  const rowsOf = (of: RegisterColumns): unknown =>
    Array.from({ length: of.count }, (_, row) => [
      ...[of.siret, of.lat, of.lon, of.yearlyHires, of.band, of.unranked].map((column) => column[row]),
      ...[of.nafCodes[of.naf[row]!], of.communeCodes[of.commune[row]!]],
      // Who is in no list has no group that anybody reads.
      of.unranked[row] === 255 ? of.group[row] : null,
    ]);
  expect(rowsOf(register.columns)).toEqual(rowsOf(columns));
}

const HEADER =
  'siret;raisonsociale;enseigne;codenaf;trancheeffectif;numerorue;libellerue;codepostal;codecommune;coordinates_x;coordinates_y;embauches_12_mois;statut_diffusion';
/** Of each column, what most rows say, then what some say: odd, wrong, or about the rules of standing. */
const VALUES: readonly (readonly string[])[] = [
  [
    '30000791900013',
    '300 007 919 00013',
    '12345678901234',
    '20000000000011',
    '13000548100010',
    '123',
    '',
    '3000079190001A',
    '00000000000018',
  ],
  [
    ...[
      'AUX BLES D OR',
      'BOULANGERIE',
      'Léon et fils',
      'ÉCOLE',
      'SCI DU MOULIN',
      'S C I DU LAC',
      'X SCI',
      'SARL MARTIN',
      'COPRO 12',
    ],
    ...[
      'C.O.P.R.O',
      'COPROPRIETE',
      'SYNDIC COP RUE',
      'S D C LE PARC',
      'IMMEUBLE 12',
      'INDIVISION DUPONT',
      'SOC CIVILE IMMOBILIERE',
      'NULL',
      '',
    ],
    ...[
      ' ',
      ' BLANC',
      'LYCEE FABERT',
      'CENTRE HOSPITALIER',
      'CLINIQUE',
      'POLE EMPLOI',
      'A',
      'AB',
      '4 SAISONS',
      '"QUOTED"',
      'IN"NER',
      'S\u0301CI',
      'ÎMMEUBLE 3',
    ],
    ...['SOCIÉTÉ CIVILE IMMO', 'OFFICE (SCI)', 'MISCI', 'MI SCI ', 'IDEE', 'CABINET', 'STE CIV IMM', 'VILLE DE METZ'],
  ],
  ['', 'LE BON PAIN', 'POLE EMPLOI METZ', 'NULL', '"a;b"'],
  [
    '1071C',
    '10.71C',
    '1071c',
    '8413Z',
    '8411Z',
    '8610Z',
    '8531Z',
    '8110Z',
    '6820A',
    '4110A',
    '7820Z',
    '0000Z',
    '',
    '10',
    '9101Z',
    '9900Z',
  ],
  ['02', '', 'NN', '00', '2', '10-19', '99', 'NULL', '53', ' 02', 'XX'],
  ['12', ''],
  ['RUE DES CLERCS', '[ND]', ''],
  ['57000', '1000', '', '5700', 'ABCDE'],
  ['57463', '2A004', '2B033', '1001', '2C001', '', '97105', '573'],
  [
    '6.18027',
    '-1.5',
    '0',
    '',
    '0.0',
    '181',
    '6,18',
    '6.',
    '.5',
    '-',
    '+6.1',
    '6.1802700000000001',
    '1e3',
    '-0',
    'abc',
    '6.1.2',
  ],
  ['49.10763', '0', '', '91', '-90', '49,1', '00049.10763', '49.107634567890123', '-0.0'],
  ['', '3', '0', '12345678901', 'douze', ' 4', '-1', '999999999'],
  ['O', '', 'P', 'N', 'o', 'X', 'OO'],
];

/** Rows of which most values are the usual ones. */
function drawnRows(seed: number, count: number, delimiter: Delimiter): string[] {
  const draw = seededStream(seed);
  return Array.from({ length: count }, (_, index) => {
    const values = VALUES.map((of, column) => {
      if (column === 0 && draw() < 0.9) return String(30_000_791_900_013 + Math.floor(draw() * 2 * count) + index);
      return draw() < 0.75 ? of[0]! : of[Math.floor(draw() * of.length)]!;
    });
    const row = values.join(delimiter);
    const oddity = draw();
    if (oddity < 0.01) return `${row}${delimiter}more`;
    if (oddity < 0.02) return row.slice(0, Math.floor(draw() * row.length));
    if (oddity < 0.03) return '';
    if (oddity < 0.04) return row.replace('RUE', '"RUE').replace('CLERCS', `CLERCS${draw() < 0.5 ? '\nET PAS' : ''}"`);
    return oddity < 0.05 ? `${row}\r` : row;
  });
}

describe('reading a register by its bytes', () => {
  it('gives, for rows of every kind, the records, refusals and columns of reading them as texts', async () => {
    let kept = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const delimiter = ([';', ',', '|', '\t'] as const)[seed % 4]!;
      const text = [HEADER.replaceAll(';', delimiter), ...drawnRows(seed, 250, delimiter)].join(
        seed % 3 === 0 ? '\r\n' : '\n',
      );
      const both = await readBoth(text, establishmentsExtract, delimiter, [64, 1_000, 1_000_000][seed % 3]!);
      expectSame(both);
      kept += both.register.columns.count;
    }
    expect(kept).toBeGreaterThan(1_000);
  }, 60_000);

  it('gives the same of the register of INSEE, closed establishments, persons and legal categories included', async () => {
    const header =
      'siret,enseigne1Etablissement,denominationUsuelleEtablissement,activitePrincipaleEtablissement,trancheEffectifsEtablissement,' +
      'numeroVoieEtablissement,typeVoieEtablissement,libelleVoieEtablissement,codePostalEtablissement,codeCommuneEtablissement,' +
      'statutDiffusionEtablissement,etatAdministratifEtablissement,denominationUniteLegale,nomUniteLegale,categorieJuridiqueUniteLegale,longitude,latitude';
    const draw = seededStream(7);
    const oneOf = (values: readonly string[]): string => values[Math.floor(draw() * values.length)]!;
    const rows = Array.from({ length: 1_500 }, (_, index) =>
      [
        String(30_000_791_900_013 + index * 3),
        ...[
          oneOf(['', '', 'LE BON PAIN']),
          '',
          oneOf(['10.71C', '84.13Z', '86.10Z', '1071C', '68.20A']),
          oneOf(['02', 'NN', '', '00']),
        ],
        ...[
          '1',
          'RUE',
          'DES CLERCS',
          '57000',
          '57463',
          oneOf(['O', 'O', 'P', '']),
          oneOf(['A', 'A', 'A', 'F', '', 'a']),
        ],
        ...[oneOf(['AUX BLES D OR', '', 'SCI DU LAC', '[ND]']), oneOf(['', 'MARTIN'])],
        ...[oneOf(['5499', '1000', '7210', '4110', '', 'NULL']), oneOf(['6.18', '']), oneOf(['49.1', ''])],
      ].join(','),
    );
    expectSame(await readBoth([header, ...rows].join('\n'), sireneStock, ',', 4_096));
  });

  it('reads names in windows-1252 as before, line by line', async () => {
    const row = (siret: number, name: string): string => `${siret};${name};;1071C;02;1;RUE;57000;57463;6.1;49.1;;O`;
    const text = [HEADER, row(30000791900013, 'CAF\xc9 DE LA GARE'), row(30000791900021, 'AMIS'), ''].join('\n');
    const both = await readBoth(Buffer.from(text, 'latin1'), establishmentsExtract, ';', 100);
    expectSame(both);
    expect(both.own.records.map(({ legalName }) => legalName)).toEqual(['CAFÉ DE LA GARE', 'AMIS']);
  });

  it('gives nothing of an empty file, and stops when asked to', async () => {
    expectSame(await readBoth(`${HEADER}\n`, establishmentsExtract, ';', 10));
    const stop = new AbortController();
    stop.abort();
    const path = join(folder.path, 'register.csv');
    const options = {
      delimiter: ';',
      signal: stop.signal,
      onBytes: () => undefined,
      onRefused: () => undefined,
    } as const;
    await expect(readRegister(path, establishmentsExtract as RegisterSource, options)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

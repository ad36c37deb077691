import { mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkTextOutput, datasetImportOutput, suggestEmployersOutput } from '../../../src/cli/outputs.schema.ts';
import { findRelease } from '../../../src/main/dataset/current-release.use-cases.ts';
import { defaultDataDir } from '../../../src/main/platform/files/data-dir.ts';
import { placeRelease } from '../../support/core.ts';
import { fixtureRelease, type FixtureRelease } from '../../support/fixture-release.ts';
import { folderState } from '../../support/folder-state.ts';
import { FIXTURE_FOLDER } from '../../support/project.ts';
import { runCli } from '../../support/run-cli.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const AROUND_METZ = ['--rome', 'D1106', '--commune', '57463'];

describe('the command line', () => {
  let fixture: FixtureRelease;
  let folder: TempFolder;

  beforeAll(async () => {
    fixture = await fixtureRelease();
    folder = tempFolder('cli');
    mkdirSync(join(folder.path, 'empty'));
  });
  afterAll(() => {
    fixture.cleanup();
    folder.cleanup();
  });

  const suggest = (args: readonly string[]): ReturnType<typeof runCli> =>
    runCli(['suggest', 'employers', ...args, '--dataset', fixture.root]);

  it.each([[[]], [['help']], [['--help']]])('given %j says how it is used', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of [
      'dataset import',
      'suggest employers',
      'vectors labonneboite',
      'check-text',
      'replay ID|--all',
      'model train',
      'demo series',
    ]) {
      expect(stdout).toContain(`vav ${command}`);
    }
  });

  describe('given a text to check', () => {
    const text = 'Dépressive, en arrêt maladie.\nCarte 4111 1111 1111 1111.';

    it('says each word to read again, why, and a neutral wording or none; a number keeps it from being validated', async () => {
      const { code, stdout, stderr } = await runCli(['check-text', '--json'], { input: text });
      expect([code, stderr]).toEqual([0, '']);
      const { findings, blocking } = checkTextOutput.parse(JSON.parse(stdout));
      expect(
        findings.map(({ start, end, family, suggestion }) => [text.slice(start, end), family, suggestion]),
      ).toEqual([
        ['Dépressive', 'health', null],
        ['en arrêt maladie', 'health', 'disponibilité à voir ensemble'],
      ]);
      expect(findings[0]?.why).toMatch(/santé/);
      expect(blocking).toMatchObject([{ start: 36, end: 55, number: 'payment-card' }]);
    });

    it('has nothing to say of a clean one, in words without --json, and repeats no number', async () => {
      expect((await runCli(['check-text'], { input: 'Rappelle lundi.' })).stdout).toBe('Rien à relire.\n');
      const { stdout } = await runCli(['check-text'], { input: text });
      expect(stdout.trimEnd().split('\n')).toHaveLength(3);
      expect(stdout).not.toContain('4111');
    });

    it('refuses one longer than any field', async () => {
      const { code, stderr } = await runCli(['check-text'], { input: 'a'.repeat(10_001) });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^INVALID_INPUT: /)]);
    });
  });

  describe('refuses bad input with 2, and one line', () => {
    it.each<readonly [string, readonly string[], RegExp]>([
      ['a command that does not exist', ['suggest', 'trainings'], /^INVALID_INPUT: No command "suggest trainings"/],
      ['a noun alone', ['dataset'], /^INVALID_INPUT: No command "dataset"/],
      ['a name every object has', ['constructor'], /^INVALID_INPUT: No command/],
      ['an unknown option', ['suggest', 'employers', '--rom', 'D1106'], /^INVALID_INPUT: .*--rom/],
      ['an option without its value', ['suggest', 'employers', '--rome'], /^INVALID_INPUT: /],
      ['no occupation', ['suggest', 'employers', '--commune', '57463'], /^INVALID_INPUT: Option --rome is needed\.$/m],
      ['no commune', ['suggest', 'employers', '--rome', 'D1106'], /^INVALID_INPUT: Option --commune is needed\.$/m],
      ['no folder to import', ['dataset', 'import', '--out', 'x'], /^INVALID_INPUT: Option --from is needed\.$/m],
      ['a word too many', ['suggest', 'employers', 'D1106', '--commune', '57463'], /^INVALID_INPUT: .*'D1106'/],
      ['a folder without its option', ['dataset', 'import', 'x', '--out', 'y'], /^INVALID_INPUT: .*'x'/],
      ['two files of vectors', ['vectors', 'labonneboite', 'a.json', 'b.json'], /^INVALID_INPUT: .*'b\.json'/],
      ['no folder of counts', ['model', 'evaluate'], /^INVALID_INPUT: A folder of counts is needed\.$/m],
      ['no file for the model', ['model', 'train', '.'], /^INVALID_INPUT: Option --out is needed\.$/m],
      [
        'a folder without counts',
        ['model', 'evaluate', '.'],
        /^INVALID_INPUT: employers\.csv is not in the folder\.$/m,
      ],
      [
        'a month that is none',
        ['demo', 'series', '--out', 'x', '--last', '2025-13'],
        /^INVALID_INPUT: Option --last takes/,
      ],
      ['no file of vectors', ['vectors', 'labonneboite'], /^INVALID_INPUT: A file of vectors is needed\.$/m],
      [
        'a folder to import that is not there',
        ['dataset', 'import', '--from', 'nowhere', '--out', 'x'],
        /^INVALID_INPUT: The folder of --from does not exist\.$/m,
      ],
      [
        'a dataset that is not there',
        ['suggest', 'employers', ...AROUND_METZ, '--dataset', 'nowhere'],
        /^INVALID_INPUT: /,
      ],
      ['a file of vectors that is not there', ['vectors', 'labonneboite', 'none.json'], /^INVALID_INPUT: /],
    ])('%s', async (_what, args, line) => {
      const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(line);
    });

    it.each<readonly [string, readonly string[], RegExp]>([
      ['an occupation code that is not one', ['--rome', 'cook', '--commune', '57463'], /^INVALID_INPUT: .*romes/],
      [
        'an occupation nobody knows',
        ['--rome', 'A1101', '--commune', '57463'],
        /^NOT_FOUND: No occupation has this code/,
      ],
      ['six occupations', ['--rome', 'D1106,D1102,D1101,G1602,G1603,K1304', '--commune', '57463'], /^INVALID_INPUT: /],
      ['a commune nobody knows', ['--rome', 'D1106', '--commune', '57999'], /^NOT_FOUND: No commune has this code\.$/m],
      ['a postcode in the place of a commune', ['--rome', 'D1106', '--commune', '57000'], /^NOT_FOUND: /],
      ['a radius that is not whole', [...AROUND_METZ, '--radius', '2.5'], /^INVALID_INPUT: .*--radius.* 1 to 200\.$/m],
      ['a radius too wide', [...AROUND_METZ, '--radius', '201'], /^INVALID_INPUT: .*--radius/],
      ['a list too long', [...AROUND_METZ, '--top', '101'], /^INVALID_INPUT: .*--top.* 1 to 100\.$/m],
      [
        'a group that does not exist',
        [...AROUND_METZ, '--group', 'all'],
        /^INVALID_INPUT: .*private, public, agency\.$/m,
      ],
      ['an order that does not exist', [...AROUND_METZ, '--order', 'distance'], /^INVALID_INPUT: .*plain, spread\.$/m],
    ])('%s', async (_what, args, line) => {
      const { code, stdout, stderr } = await suggest(args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(line);
    });
  });

  describe('fails with 1, and one line', () => {
    it.each<readonly [string, readonly string[], RegExp]>([
      ['where there is no dataset', ['suggest', 'employers', ...AROUND_METZ, '--dataset', 'empty'], /^NO_DATASET: /],
      [
        'on a folder where nothing is recognised',
        ['dataset', 'import', '--from', 'empty', '--out', 'out'],
        /^NOTHING_RECOGNISED: /,
      ],
    ])('%s', async (_what, args, line) => {
      const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(line);
    });

    it('on a damaged release', async () => {
      const damaged = tempFolder('damaged');
      writeFileSync(join(damaged.path, 'manifest.json'), '{}');
      const { code, stderr } = await runCli(['suggest', 'employers', ...AROUND_METZ, '--dataset', damaged.path]);
      damaged.cleanup();
      expect([code, stderr.split(':')[0]]).toEqual([1, 'DATASET_UNREADABLE']);
    });
  });

  it('imports a folder: the report on stdout as JSON alone, the progress on stderr', async () => {
    const out = join(folder.path, 'imported');
    const { code, stdout, stderr } = await runCli([
      'dataset',
      'import',
      '--from',
      FIXTURE_FOLDER,
      '--out',
      out,
      '--json',
    ]);
    expect(code).toBe(0);
    const answer = datasetImportOutput.parse(JSON.parse(stdout));
    expect(answer.release.version).toBe(fixture.report.release.version);
    expect(answer.release.path.startsWith(out)).toBe(true);
    expect(answer.sources).toEqual(
      fixture.report.sources.map(({ reasons: _reasons, refusals, ...source }) => ({
        ...source,
        refusals: refusals.map(({ line, reason }) => ({ line, reason })),
      })),
    );
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stderr).toContain('reading establishments.csv');
    expect(stderr).not.toMatch(/warn|error/i);
  });

  it('imports a folder in words for a person, with paths relative to where they are', async () => {
    const { code, stdout } = await runCli(['dataset', 'import', '--from', FIXTURE_FOLDER, '--out', 'here'], {
      cwd: folder.path,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('establishments.csv: 149 read, 140 kept, 9 refused');
    expect(stdout).toContain('line 13: SIRET is not 14 digits: "ABC12345600011"');
    expect(stdout).toContain('and 4 more');
    expect(Object.keys(folderState(join(folder.path, 'here')))).toContain('current.json');
  });

  it('suggests employers as JSON that answers its schema, from a reference folder or from a release', async () => {
    const { code, stdout, stderr } = await suggest([...AROUND_METZ, '--radius', '20', '--top', '5', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const answer = suggestEmployersOutput.parse(JSON.parse(stdout));
    expect(answer.results).toHaveLength(5);
    expect(answer.eligible).toBeGreaterThan(5);
    expect(answer.results.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    for (const { score, factors, distanceKm } of answer.results) {
      expect(factors.map(({ name }) => name)).toEqual(['potential', 'distance', 'size']);
      expect(factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
      expect(distanceKm).toBeLessThanOrEqual(20);
    }
    const args = [
      'suggest',
      'employers',
      ...AROUND_METZ,
      '--radius',
      '20',
      '--top',
      '5',
      '--json',
      '--dataset',
      fixture.path,
    ];
    expect((await runCli(args)).stdout).toBe(stdout);
  });

  it('suggests employers in lines for a person', async () => {
    const { code, stdout } = await suggest([...AROUND_METZ, '--top', '3']);
    expect(code).toBe(0);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^\d+ employers \(employers\.v2, data r-[0-9a-f]{12}\)$/);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/^ +\d+ +\d+ +\d+\.\d km {2}\d{4}[A-Z] {2}.+, .+ \(.+\)$/);
  });

  it('changes nothing in the release it reads', async () => {
    const before = folderState(fixture.root);
    await suggest([...AROUND_METZ, '--json']);
    expect(folderState(fixture.root)).toEqual(before);
  });

  describe('without --dataset', () => {
    let home: TempFolder;
    let temporary: TempFolder;
    let dataDir: string;
    let env: Readonly<Record<string, string>>;
    beforeEach(() => {
      home = tempFolder('home');
      temporary = tempFolder('temporary');
      const [XDG_DATA_HOME, LOCALAPPDATA] = [home.path, home.path];
      dataDir = defaultDataDir({ platform: process.platform, env: { XDG_DATA_HOME, LOCALAPPDATA }, home: home.path });
      const [TMPDIR, TEMP, TMP] = [temporary.path, temporary.path, temporary.path];
      env = { XDG_DATA_HOME, LOCALAPPDATA, HOME: home.path, TMPDIR, TEMP, TMP };
    });
    afterEach(() => {
      home.cleanup();
      temporary.cleanup();
    });
    const args = ['suggest', 'employers', ...AROUND_METZ, '--radius', '200', '--json'];
    const remember = (current: string): void =>
      writeFileSync(join(dataDir, 'workspace.json'), `{"current":"${current}"}`);

    it.each(['own', 'demonstration'] as const)('reads the %s data that the application has open', async (workspace) => {
      placeRelease(dataDir, workspace, fixture.root);
      remember(workspace);
      const before = folderState(home.path);
      expect(await runCli(args, { env })).toEqual(await runCli([...args, '--dataset', fixture.root]));
      expect(folderState(home.path)).toEqual(before);
    });

    it.each<readonly [string, (reference: string) => void]>([
      ['were cut', (reference) => truncateSync(join(findRelease(reference)!, 'employers.bin'), 64)],
      ['have no manifest', (reference) => rmSync(join(findRelease(reference)!, 'manifest.json'))],
      ['have a pointer to nothing', (reference) => writeFileSync(join(reference, 'current.json'), '{')],
      ['are gone', (reference) => rmSync(reference, { recursive: true })],
    ])('refuses data that %s, though a demonstration is there, and changes nothing', async (_what, damage) => {
      placeRelease(dataDir, 'demonstration', fixture.root);
      damage(placeRelease(dataDir, 'own', fixture.root));
      remember('own');
      const before = folderState(home.path);
      const { code, stdout, stderr } = await runCli(args, { env });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^DATASET_UNREADABLE: .+\n$/);
      expect(folderState(home.path)).toEqual(before);
    });

    it('refuses a lone demonstration whose pointer is damaged rather than make another', async () => {
      writeFileSync(join(placeRelease(dataDir, 'demonstration', fixture.root), 'current.json'), '{');
      expect(await runCli(args, { env })).toMatchObject({ code: 1, stdout: '' });
    });

    it('answers from a demonstration of the moment where the application never ran, says so, and leaves nothing', async () => {
      const { code, stdout, stderr } = await runCli(args, { env });
      expect(code).toBe(0);
      expect(suggestEmployersOutput.parse(JSON.parse(stdout)).datasetVersion).toMatch(/^demo-/);
      expect(stderr).toBe('the application has no data here: answering from a demonstration made for the occasion\n');
      expect(readdirSync(home.path)).toEqual([]);
      expect(readdirSync(temporary.path)).toEqual([]);
    });

    it('stops on Ctrl+C, and leaves nothing', async () => {
      const { code, stdout, stderr } = await runCli(args, { env, interruptAt: 'the occasion' });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^CANCELLED: /m);
      expect([...readdirSync(home.path), ...readdirSync(temporary.path)]).toEqual([]);
    });
  });
});

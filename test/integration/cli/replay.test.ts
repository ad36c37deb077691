import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayOutput, type ReplayOutput } from '../../../src/cli/outputs.schema.ts';
import type { Snapshot } from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import { folderState } from '../../support/folder-state.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { runCli } from '../../support/run-cli.ts';
import { secondDesk } from '../../support/second-desk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { decide, listFor } from '../case-file/a-list.ts';

const [CAMILLE] = ACCOUNTS;

describe('vav replay', () => {
  let core: PeopleCore;
  let copies: TempFolder;
  let passphrase: string;
  let caseId: string;
  const decisions: string[] = [];

  beforeAll(async () => {
    core = await peopleCore('cli-replay');
    copies = tempFolder('replay-copies');
    passphrase = join(copies.path, 'passphrase');
    writeFileSync(passphrase, `${CAMILLE.passphrase}\n`);
    caseId = await core.aCaseFile();
    for (const order of ['plain', 'spread'] as const) {
      const { page } = await listFor(core, caseId, { order });
      const { siret } = page.rows[3]!;
      decisions.push((await decide(core, caseId, siret, { outcome: 'retained' })).opId);
    }
    const own = { name: 'Atelier du coin', communeName: 'Metz', approach: '' };
    const { opId: ownEmployerId } = await core.ask('decision.addOwn', { commandId: core.newId(), caseId, ...own });
    const { opId } = await core.ask('decision.make', {
      ...{ commandId: core.newId(), caseId, item: { kind: 'own', ownEmployerId }, outcome: 'retained' },
      ...{ reasons: [], words: '', list: null, baseRevision: 0 },
    });
    decisions.push(opId);
  });
  afterAll(() => {
    core.cleanup();
    copies.cleanup();
  });

  const replay = (args: readonly string[], options: { readonly dataDir?: string; readonly account?: string } = {}) =>
    runCli([
      ...['replay', ...args, '--data-dir', options.dataDir ?? core.dataDir],
      ...['--account', options.account ?? CAMILLE.name, '--passphrase-file', passphrase],
    ]);
  const answerOf = ({ stdout }: { readonly stdout: string }): ReplayOutput => replayOutput.parse(JSON.parse(stdout));

  /** A data folder whose decisions were altered as no application would, with its release. */
  const altered = async (name: string, change: (snapshot: Snapshot) => Snapshot): Promise<string> => {
    const dataDir = join(copies.path, name);
    cpSync(core.dataDir, dataDir, { recursive: true });
    const desk = await secondDesk(dataDir);
    const [id] = decisions;
    const row = desk.store.db.prepare('SELECT snapshot FROM decision WHERE id = ?').get(id) as { snapshot: string };
    const snapshot = JSON.stringify(change(JSON.parse(row.snapshot) as Snapshot));
    desk.store.db.prepare('UPDATE decision SET snapshot = ? WHERE id = ?').run(snapshot, id);
    desk.close();
    return dataDir;
  };

  it('computes one decision again while the application has the case files open', async () => {
    const { code, stdout, stderr } = await replay([decisions[0]!]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`same           ${decisions[0]!}\n`);
  });

  it('computes all of them again as JSON that answers its schema, in the order in which they were made', async () => {
    const run = await replay(['--all', '--json', '--workspace', 'own']);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(answerOf(run)).toEqual({
      ...{ replayed: 3, same: 2, different: 0, engineRetired: 0, notComputed: 1 },
      decisions: [
        { id: decisions[0], verdict: 'same' },
        { id: decisions[1], verdict: 'same' },
        { id: decisions[2], verdict: 'not-computed' },
      ],
    });
  });

  it('reads beside a writer in the middle of a transaction, and sees what was there before it', async () => {
    const desk = await secondDesk(core.dataDir);
    desk.store.db.exec('BEGIN IMMEDIATE');
    desk.cases.contacts.record({
      ...{ commandId: core.newId(), caseId, on: '2026-09-01', channel: 'telephone', initiatedBy: 'us' },
      ...{ isExchange: true, line: '' },
    });
    const run = await replay(['--all', '--json']);
    desk.store.db.exec('COMMIT');
    desk.close();
    expect([run.code, answerOf(run).replayed]).toEqual([0, 3]);
  });

  it('takes an account by its identifier, and a passphrase from a file with or without an end of line', async () => {
    for (const text of [CAMILLE.passphrase, `${CAMILLE.passphrase}\r\n`, `\uFEFF${CAMILLE.passphrase}\n`]) {
      writeFileSync(passphrase, text);
      expect(await replay([decisions[0]!], { account: CAMILLE.id })).toMatchObject({ code: 0 });
    }
  });

  it('says with 1 that figures are not the same any more', async () => {
    const dataDir = await altered('different', (snapshot) =>
      snapshot.kind === 'suggested' ? { ...snapshot, score: snapshot.score + 1 } : snapshot,
    );
    const run = await replay(['--all', '--json'], { dataDir });
    expect([run.code, answerOf(run).different, answerOf(run).same]).toEqual([1, 1, 1]);
    expect(run.stderr).toMatch(/^INTERNAL: 1 of 3 decisions do not give the same figures again\.\n$/);
  });

  it('says with 1 that a formula is not there any more', async () => {
    const dataDir = await altered('retired', (snapshot) =>
      snapshot.kind === 'suggested' ? { ...snapshot, engineVersion: 'employers.v0' } : snapshot,
    );
    const run = await replay([decisions[0]!], { dataDir });
    expect([run.code, run.stdout]).toEqual([1, `engine-retired ${decisions[0]!}\n`]);
  });

  it('changes nothing in the case files that it reads, and needs no reference data', async () => {
    const dataDir = join(copies.path, 'closed');
    cpSync(core.dataDir, dataDir, { recursive: true });
    // As the application leaves them: everything in one file.
    (await secondDesk(dataDir)).close();
    rmSync(join(dataDir, 'workspaces', 'own', 'reference'), { recursive: true });
    const before = folderState(dataDir);
    expect(await replay(['--all'], { dataDir })).toMatchObject({ code: 0, stderr: '' });
    const after = folderState(dataDir);
    for (const file of Object.keys(before)) expect([file, after[file]]).toEqual([file, before[file]]);
    expect(Object.keys(after).filter((file) => !(file in before) && !/-(?:wal|shm)$/.test(file))).toEqual([]);
  });

  describe('refuses with 2, one line and no word of the passphrase', () => {
    it.each<readonly [string, readonly string[], RegExp]>([
      ['neither a decision nor all', [], /^INVALID_INPUT: Give the ID of a decision, or --all\.\n$/],
      ['a decision and all', ['x', '--all'], /^INVALID_INPUT: Give the ID/],
      ['two decisions', ['x', 'y'], /^INVALID_INPUT: .*'y'/],
      ['a decision nobody made', ['0199c0de-0000-7000-8000-000000000000'], /^NOT_FOUND: No decision/],
      ['a workspace that does not exist', ['--all', '--workspace', 'theirs'], /^INVALID_INPUT: .*demonstration, own/],
      ['a workspace without case files', ['--all', '--workspace', 'demonstration'], /^NOT_FOUND: There are no case/],
      ['a passphrase among the arguments', ['--all', '--passphrase', 'la phrase'], /^INVALID_INPUT: .*--passphrase/],
    ])('%s', async (_what, args, line) => {
      const { code, stdout, stderr } = await replay(args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(line);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).not.toContain('la phrase');
    });

    it('an account nobody has', async () => {
      expect(await replay(['--all'], { account: 'Personne' })).toMatchObject({
        ...{ code: 2, stdout: '', stderr: 'NOT_FOUND: No account has this name or identifier.\n' },
      });
    });

    it('the passphrase of somebody else, and nothing is damaged', async () => {
      writeFileSync(passphrase, 'la phrase de personne\n');
      expect(await replay(['--all'])).toMatchObject({ code: 2, stdout: '' });
      expect((await replay(['--all'])).stderr).toBe('WRONG_PASSPHRASE: This is not the passphrase of this account.\n');
      writeFileSync(passphrase, CAMILLE.passphrase);
      expect(await replay(['--all'])).toMatchObject({ code: 0 });
      expect(await core.ask('caseFile.portfolio', {})).toHaveLength(1);
    });

    it.each([
      [
        'is not there',
        (file: string) => rmSync(file),
        /^INVALID_INPUT: The file of --passphrase-file cannot be read\.\n$/,
      ],
      [
        'is empty',
        (file: string) => writeFileSync(file, '\n'),
        /^INVALID_INPUT: The file of --passphrase-file is empty/,
      ],
    ] as const)('a file of the passphrase that %s', async (_what, spoil, line) => {
      spoil(passphrase);
      const { code, stderr } = await replay(['--all']);
      writeFileSync(passphrase, CAMILLE.passphrase);
      expect(code).toBe(2);
      expect(stderr).toMatch(line);
    });

    it('no account, no file, no such folder', async () => {
      const all = ['replay', '--all', '--data-dir', core.dataDir];
      expect((await runCli(all)).stderr).toBe('INVALID_INPUT: Option --account is needed.\n');
      expect((await runCli([...all, '--account', 'x'])).stderr).toBe(
        'INVALID_INPUT: Option --passphrase-file is needed.\n',
      );
      const nowhere = ['replay', '--all', '--data-dir', join(copies.path, 'nowhere')];
      expect(await runCli(nowhere)).toMatchObject({ code: 2 });
    });
  });

  it('fails with 1 on case files that were damaged, of a newer version or of an earlier one', async () => {
    const dataDir = join(copies.path, 'other');
    const histories: readonly (readonly [string, RegExp])[] = [
      [`INSERT INTO migration (version, name, checksum, applied_at) VALUES (990, 'x', 'x', 0)`, /^CASES_FROM_FUTURE: /],
      ['DELETE FROM migration WHERE version > 10', /^CASES_UNREADABLE: .*earlier version/],
      ['DROP TABLE migration', /^CASES_UNREADABLE: .*earlier version/],
    ];
    for (const [sql, line] of histories) {
      cpSync(core.dataDir, dataDir, { recursive: true });
      const desk = await secondDesk(dataDir);
      desk.store.db.exec(sql);
      desk.close();
      const { code, stderr } = await replay(['--all'], { dataDir });
      expect(code).toBe(1);
      expect(stderr).toMatch(line);
      rmSync(dataDir, { recursive: true });
    }
    cpSync(core.dataDir, dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'workspaces', 'own', 'keyring.json'), '{}');
    expect((await replay(['--all'], { dataDir })).stderr).toMatch(/^CASES_UNREADABLE: /);
  });
});

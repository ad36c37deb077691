import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyOutput } from '../../../src/cli/outputs.schema.ts';
import { folderState } from '../../support/folder-state.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { runCli } from '../../support/run-cli.ts';
import { secondDesk } from '../../support/second-desk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const [CAMILLE] = ACCOUNTS;

describe('vav verify', () => {
  let core: PeopleCore;
  let copies: TempFolder;
  let passphrase: string;

  beforeAll(async () => {
    core = await peopleCore('cli-verify');
    copies = tempFolder('verify-copies');
    passphrase = join(copies.path, 'passphrase');
    writeFileSync(passphrase, `${CAMILLE.passphrase}\n`);
    await core.aCaseFile();
  });
  afterAll(() => {
    core.cleanup();
    copies.cleanup();
  });

  const verify = (dataDir: string, args: readonly string[] = []) =>
    runCli(['verify', ...args, '--data-dir', dataDir, '--account', CAMILLE.name, '--passphrase-file', passphrase]);

  it('says that a log is whole while the application has it open, and writes nothing', async () => {
    // Save the index of the log, which says who reads.
    const state = (): unknown => Object.entries(folderState(core.dataDir)).filter(([path]) => !path.endsWith('-shm'));
    const before = state();
    const { code, stdout, stderr } = await verify(core.dataDir);
    expect([code, stdout, stderr]).toEqual([0, 'whole 4\n', '']);
    const json = await verify(core.dataDir, ['--json']);
    expect(verifyOutput.parse(JSON.parse(json.stdout))).toEqual({ operations: 4, alteration: null });
    expect(state()).toEqual(before);
  });

  it('names the first line that is not as it was written, and ends with 1', async () => {
    const dataDir = join(copies.path, 'altered');
    cpSync(core.dataDir, dataDir, { recursive: true });
    const desk = await secondDesk(dataDir);
    desk.store.db.exec('DROP TRIGGER op_is_never_changed');
    desk.store.db.exec(`UPDATE op SET payload = replace(payload, 'Metz', 'Nancy') WHERE device_seq = 3`);
    desk.close();
    const { code, stdout, stderr } = await verify(dataDir);
    expect([code, stdout]).toEqual([1, 'altered 3 content\n']);
    expect(stderr).toBe('CASES_UNREADABLE: Operation 3 is not as it was written (content).\n');
    const json = await verify(dataDir, ['--json']);
    expect(verifyOutput.parse(JSON.parse(json.stdout)).alteration).toMatchObject({ why: 'content', number: 3 });
  });

  it('asks for a passphrase that opens', async () => {
    writeFileSync(join(copies.path, 'wrong'), 'une autre phrase\n');
    const args = ['verify', '--data-dir', core.dataDir, '--account', CAMILLE.name];
    const { code, stderr } = await runCli([...args, '--passphrase-file', join(copies.path, 'wrong')]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^WRONG_PASSPHRASE: /)]);
  });
});

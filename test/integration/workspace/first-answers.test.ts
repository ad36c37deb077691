import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDataKey, writeSpace } from '../../../src/main/access/space.use-cases.ts';
import { DEMONSTRATION_ACCOUNTS } from '../../../src/main/demonstration/demonstration-accounts.ts';
import { writeJournal } from '../../../src/main/platform/files/moved-folder.ts';
import { readFirstAnswers, type FirstAnswers } from '../../../src/main/workspace/first-answers.use-cases.ts';
import { aCore, placeRelease, TEST_PASSPHRASE_COST, type TestCore } from '../../support/core.ts';
import { fixtureRelease, TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, placeSpace } from '../../support/people.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

let folder: TempFolder;
beforeEach(() => {
  folder = tempFolder('first-answers');
});
afterEach(() => folder.cleanup());

const read = (): FirstAnswers | null => readFirstAnswers({ dataDir: folder.path, startDir: folder.path });
const inOwn = (name: string): string => join(folder.path, 'workspaces', 'own', name);

async function placeData(workspace: 'own' | 'demonstration'): Promise<void> {
  const fixture = await fixtureRelease();
  placeRelease(folder.path, workspace, fixture.root);
  fixture.cleanup();
}

async function placeDemonstration(): Promise<void> {
  await placeData('demonstration');
  const space = join(folder.path, 'workspaces', 'demonstration');
  const cost = TEST_PASSPHRASE_COST;
  const dataKey = makeDataKey();
  await writeSpace(space, { spaceId: ACCOUNTS[0].id, accounts: DEMONSTRATION_ACCOUNTS, dataKey, cost, now: TEST_NOW });
}

/** What the core says of the same folder, which it opens as the application does. */
async function ofTheCore(act: (core: TestCore) => Promise<unknown> = () => Promise.resolve()): Promise<FirstAnswers> {
  const core = aCore(folder.path);
  try {
    await core.prepare();
    await act(core);
    return {
      'settings.get': await core.ask('settings.get', {}),
      'workspace.status': await core.ask('workspace.status', {}),
      'access.status': await core.ask('access.status', {}),
    };
  } finally {
    core.close();
  }
}

describe('the first answers', () => {
  it('are those of the core, for people of an organisation with their data', async () => {
    await placeSpace(folder.path);
    await placeData('own');
    const first = read();
    expect(first?.['access.status'].accounts).toHaveLength(3);
    expect(first).toEqual(await ofTheCore());
  });

  it('are those of the core, where there are no data yet and a demonstration beside', async () => {
    await placeSpace(folder.path);
    await placeDemonstration();
    expect(read()?.['workspace.status']).toMatchObject({ available: ['demonstration', 'own'], manifest: null });
    expect(read()).toEqual(await ofTheCore());
  });

  it('are those of the core, in a demonstration that shows its passphrases', async () => {
    await placeDemonstration();
    const [first] = read()?.['access.status'].accounts ?? [];
    expect(first?.demonstrationPassphrase).toBe(DEMONSTRATION_ACCOUNTS[0]?.passphrase);
    expect(read()).toEqual(await ofTheCore());
  });

  it('follow the settings, and the recovery codes that were made', async () => {
    await placeSpace(folder.path);
    const { id, passphrase } = ACCOUNTS[0];
    const told = await ofTheCore(async (core) => {
      await core.ask('settings.set', { language: 'en', theme: 'dark', zoom: 200 });
      await core.ask('access.unlock', { accountId: id, passphrase });
      await core.ask('access.makeRecoveryCode', { passphrase });
      await core.ask('access.lock', {});
    });
    expect(told['access.status'].accounts[0]?.hasRecoveryCode).toBe(true);
    expect(read()).toEqual(told);
  });

  it('hold nothing of what opens an account', async () => {
    await placeSpace(folder.path);
    const { accounts } = JSON.parse(readFileSync(inOwn('keyring.json'), 'utf8')) as {
      accounts: { kdf: { salt: string }; wrapped: Record<string, string> }[];
    };
    const said = JSON.stringify(read());
    for (const { kdf, wrapped } of accounts)
      for (const secret of [kdf.salt, ...Object.values(wrapped)]) expect(said).not.toContain(secret);
  });
});

describe('the first answers are left to the core', () => {
  it('at the first start, and where nobody has a space', async () => {
    expect(read()).toBeNull();
    await placeData('own');
    writeFileSync(join(folder.path, 'workspace.json'), '{"current":"own"}\n');
    expect(read()).toBeNull();
  });

  it('when somebody mistook their passphrase and may have to wait', async () => {
    await placeSpace(folder.path);
    await ofTheCore((core) => core.refusal('access.unlock', { accountId: ACCOUNTS[0].id, passphrase: 'not this one' }));
    expect(read()).toBeNull();
    await ofTheCore((core) =>
      core.ask('access.unlock', { accountId: ACCOUNTS[0].id, passphrase: ACCOUNTS[0].passphrase }),
    );
    expect(read()).not.toBeNull();
    writeFileSync(inOwn('attempts.json'), '{');
    expect(read()).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"version":2}', '{"version":1,"accounts":[]}', '{"version":1,"accounts":[{}]}'])(
    'when the keyring holds %j, or is gone and its copy is there',
    async (content) => {
      await placeSpace(folder.path);
      mkdirSync(inOwn('backups'), { recursive: true });
      writeFileSync(inOwn('backups/keyring.json'), readFileSync(inOwn('keyring.json')));
      writeFileSync(inOwn('keyring.json'), content);
      expect(read()).toBeNull();
      rmSync(inOwn('keyring.json'));
      expect(read()).toBeNull();
    },
  );

  it('when a demonstration is to be made again', async () => {
    await placeDemonstration();
    rmSync(join(folder.path, 'workspaces', 'demonstration', 'reference'), { recursive: true });
    expect(read()).toBeNull();
  });

  it('when a move of the data was broken off', async () => {
    await placeSpace(folder.path);
    writeJournal(folder.path, { id: 'move', from: folder.path, to: join(folder.path, 'elsewhere'), files: [] });
    expect(read()).toBeNull();
  });
});

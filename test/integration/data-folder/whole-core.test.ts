import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CANARIES, writeCanaries } from '../../support/canaries.ts';
import { aCore } from '../../support/core.ts';
import { filesHolding } from '../../support/bytes-on-disk.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { replay } from '../../../src/cli/commands/replay.ts';
import { locateData } from '../../../src/main/platform/files/moved-folder.ts';

let core: PeopleCore;
let elsewhere: TempFolder | null = null;
afterEach(() => {
  core.cleanup();
  elsewhere?.cleanup();
});

const [{ id, passphrase }] = ACCOUNTS;

describe('a core whose data are moved', () => {
  it('locks, writes nothing meanwhile, and goes on at the new place with everything there was', async () => {
    core = await peopleCore('moved');
    elsewhere = tempFolder('elsewhere');
    const caseId = await writeCanaries((name, input) => core.ask(name, input), core.newId, TEST_NOW + 86_400_000);
    await core.ask('settings.set', { idleMinutes: 5 });
    const offered = await core.offerPlace(join(elsewhere.path, 'new'));
    const { folderId } = (offered as unknown as { readonly data: { readonly folderId: string } }).data;
    await core.ask('dataFolder.move', { folderId });
    expect(await core.refusal('settings.set', { zoom: 110 })).toMatchObject({
      code: 'NOT_ALLOWED',
      details: { reason: 'moving' },
    });
    expect(await core.refusal('access.unlock', { accountId: id, passphrase })).toMatchObject({ code: 'NOT_ALLOWED' });
    await vi.waitFor(() => expect(core.events.at(-1)?.payload).toEqual({ state: 'done' }), { timeout: 20_000 });
    expect((await core.ask('access.status', {})).session).toBeNull();
    // What is only read goes on being answered.
    await core.ask('occupation.get', { rome: 'D1102' });
    core.close();

    const found = locateData(core.dataDir);
    expect(found).toMatchObject({ isThere: true, dataDir: join(elsewhere.path, 'new') });
    const next = aCore(join(elsewhere.path, 'new'), { startDir: core.dataDir });
    await next.prepare();
    expect(await next.ask('dataFolder.status', {})).toMatchObject({ isDefault: false, move: { state: 'done' } });
    expect((await next.ask('settings.get', {})).idleMinutes).toBe(5);
    await next.ask('access.unlock', { accountId: id, passphrase });
    const file = JSON.stringify(await next.ask('caseFile.get', { caseId }));
    expect(file).toContain(CANARIES.first);
    expect(file).toContain(CANARIES.address);
    next.close();
    expect(filesHolding(core.dataDir, 'wrapped')).toEqual([]);
  });

  it('is found by the command line, which says when it is not there', async () => {
    core = await peopleCore('cli-moved');
    elsewhere = tempFolder('elsewhere');
    core.close();
    const mover = aCore(core.dataDir);
    const offered = await mover.offerPlace(join(elsewhere.path, 'new'));
    const { folderId } = (offered as unknown as { readonly data: { readonly folderId: string } }).data;
    await mover.ask('dataFolder.move', { folderId });
    await vi.waitFor(() => expect(mover.events.at(-1)?.payload).toEqual({ state: 'done' }), { timeout: 20_000 });
    mover.close();
    aCore(join(elsewhere.path, 'new'), { startDir: core.dataDir }).close();
    mkdirSync(join(core.dataDir, 'logs'), { recursive: true });
    elsewhere.cleanup();
    const argv = ['--all', '--account', id, '--passphrase-file', 'none', '--data-dir', core.dataDir];
    const context = {
      resolvePath: (path: string) => path,
      print: () => undefined,
      signal: new AbortController().signal,
    };
    await expect(replay(argv, context as never)).rejects.toMatchObject({ code: 'FOLDER_UNREADABLE' });
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnosticSchema } from '../../../src/shared/domain/diagnostic/diagnostic.schema.ts';
import { fileLog } from '../../../src/main/platform/log/file-log.ts';
import { CANARY_TEXTS, writeCanaries } from '../../support/canaries.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { tempFolder } from '../../support/temp-folder.ts';

let core: PeopleCore;
afterEach(() => core.cleanup());

const ofPeople = ACCOUNTS.flatMap(({ id, name, agency, passphrase }) => [id, name, agency, passphrase]);
const report = async () => diagnosticSchema.parse(await core.ask('diagnostic.report', {}));

describe('the diagnostic', () => {
  it('row 42: says how the workstation is, with nothing about anyone, before and after unlocking', async () => {
    core = await peopleCore('Dossiers de Sidonie');
    const log = fileLog(join(core.dataDir, 'logs'), { now: () => TEST_NOW });
    log.warn('call.slow', { call: 'note.list', ms: 40 });
    log.error('call.failed', { call: 'note.list', kind: 'TypeError', detail: 'Ysaline' });
    log.warn('backup.failed', { code: 'DISK_FULL' });
    log.info('shell.ready', {});
    writeFileSync(
      join(core.dataDir, 'logs', 'vav.log.1'),
      [
        { at: new Date(TEST_NOW - 90_000_000).toISOString(), level: 'warn', event: 'too.old' },
        { at: new Date(TEST_NOW).toISOString(), level: 'warn', event: 'Ysaline Q', code: 'Quénéhervé-Tréboul' },
        { at: new Date(TEST_NOW).toISOString(), level: 'error', event: 'kept', code: 'Ysaline is here' },
        { at: 'Ysaline', level: 'error', event: 'kept' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n') + '\nYsaline\n',
    );
    await writeCanaries((name, input) => core.ask(name, input), core.newId, TEST_NOW + 86_400_000);
    const unlocked = await report();
    await core.ask('access.lock', {});
    const locked = await report();

    expect(unlocked).toMatchObject({
      versions: { app: '0.0.0-test', electron: null, sqlite: expect.stringMatching(/^3\./) as string },
      dataFolder: { isDefault: false, isMoved: false },
      caseFiles: { files: 1, notes: 1 },
      settings: { idleMinutes: 10 },
    });
    expect(unlocked.versions.addon).toMatch(/^\d+\.\d+\.\d+$/);
    expect(unlocked.caseFiles!.operations).toBeGreaterThanOrEqual(10);
    expect(unlocked.caseFiles!.schemaVersion).toBeGreaterThanOrEqual(30);
    expect(unlocked.workspaces).toMatchObject([
      { name: 'demonstration', isCurrent: false, space: 'none', reference: 'none', referenceVersion: null },
      { name: 'own', isCurrent: true, space: 'ready', accounts: 3, reference: 'ready' },
    ]);
    expect(unlocked.log.map(({ level, event, code }) => [level, event, code])).toEqual([
      ['error', 'kept', null],
      ['warn', 'call.slow', null],
      ['error', 'call.failed', 'TypeError'],
      ['warn', 'backup.failed', 'DISK_FULL'],
    ]);
    expect(locked.caseFiles).toBeNull();
    for (const text of [JSON.stringify(unlocked), JSON.stringify(locked)]) {
      for (const canary of [...CANARY_TEXTS, ...ofPeople, core.dataDir, 'Sidonie', 'Ysaline', '/']) {
        if (canary !== '/') expect(text).not.toContain(canary);
      }
      // No path of any kind: names of zones and versions of systems apart.
      expect(text.replaceAll('Europe/Paris', '')).not.toMatch(/[/\\]/);
    }
  });

  it('answers when everything is damaged', async () => {
    core = await peopleCore('damaged');
    core.close();
    const own = join(core.dataDir, 'workspaces', 'own');
    writeFileSync(join(own, 'keyring.json'), '{');
    writeFileSync(join(own, 'cases.sqlite'), 'no database');
    writeFileSync(join(own, 'reference', 'current.json'), '{');
    const damaged = aCore(core.dataDir);
    await damaged.prepare();
    const { workspaces, caseFiles } = await damaged.ask('diagnostic.report', {});
    expect(caseFiles).toBeNull();
    expect(workspaces[1]).toMatchObject({ space: 'damaged', accounts: null, casesBytes: 11, reference: 'damaged' });
    damaged.close();
  });

  it('answers on a workstation where nothing was made yet', async () => {
    const empty = tempFolder('empty');
    mkdirSync(join(empty.path, 'data'));
    const first = aCore(join(empty.path, 'data'));
    await first.prepare();
    const { workspaces, backups, log } = await first.ask('diagnostic.report', {});
    expect(workspaces.map(({ space, reference }) => [space, reference])).toEqual([
      ['none', 'none'],
      ['none', 'none'],
    ]);
    expect([backups, log]).toEqual([null, []]);
    first.close();
    empty.cleanup();
    core = await peopleCore('unused');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls, type CallInput, type CoreCallName } from '../../../src/shared/contract/index.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { smallDisk, type SmallDisk } from '../../support/small-disk.ts';
import { aNote } from '../../support/valid-inputs.ts';

const MEGABYTE = 1_000_000;
/** More than what the store has set aside on the disk for what comes next. */
const MOST_TRIES = 3_000;

describe('case files on a disk without space left', () => {
  let disk: SmallDisk | null;
  let core: PeopleCore | null = null;
  beforeEach(() => {
    disk = smallDisk(8 * MEGABYTE);
    if (disk === null) console.log('skipped: no disk can be mounted here');
  });
  afterEach(() => {
    core?.close();
    disk?.cleanup();
  });

  it('say so by every call that writes, a line of the access log included, and go on once there is space', async (context) => {
    if (disk === null) return context.skip('no disk can be mounted here');
    await placeSpace(disk.path);
    let now = TEST_NOW;
    const desk = withPeople(aCore(disk.path, { clock: { now: () => (now += 3_600_000) } }));
    core = desk;
    await desk.prepare();
    await desk.unlockAs(0);
    const { newId } = desk;
    const person = { first: 'Nadia', last: 'Ferrand', phone: '', supportMode: null };
    const caseId = newId();
    await desk.ask('caseFile.create', { commandId: newId(), caseId, ...person });
    const { opId: noteId } = await desk.ask('note.validate', {
      commandId: newId(),
      caseId,
      body: aNote('Le matin.'),
      baseVersion: null,
    });

    const writing: { readonly [N in CoreCallName]?: (count: number) => CallInput<N> } = {
      'caseFile.get': () => ({ caseId }),
      'note.copyText': () => ({ caseId, noteId }),
      'caseFile.portfolioCsv': () => ({ reason: 'Réunion' }),
      'action.add': () => ({ commandId: newId(), caseId, owner: 'person', text: 'Porter une lettre', dueOn: null }),
      'note.saveDraft': (count) => ({ caseId, body: aNote(`Cherche ${count}. `.repeat(40)), baseVersion: null }),
      'note.validate': () => ({ commandId: newId(), caseId, body: aNote('Cherche le soir.'), baseVersion: null }),
    };
    for (const [name, inputOf] of Object.entries(writing) as [CoreCallName, (count: number) => unknown][]) {
      disk.leave(0);
      let envelope = await desk.call(name, inputOf(0));
      for (let count = 1; envelope.ok && count < MOST_TRIES; count += 1)
        envelope = await desk.call(name, inputOf(count));
      expect(envelope, name).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
      expect(calls[name].errors, name).toContain('DISK_FULL');
      disk.free();
      expect(await desk.call(name, inputOf(MOST_TRIES)), name).toMatchObject({ ok: true });
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreOptions } from '../../../src/main/composition-root.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';

/** A job that lasts until it is told to end. */
function heldJob(): { readonly runJob: CoreOptions['runJob']; readonly end: () => void; readonly runs: () => number } {
  let end = (): void => undefined;
  let runs = 0;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    runJob: async () => {
      runs += 1;
      await ended;
      return { release: { version: 'none', createdOn: '2026-09-01' }, sources: [], ms: 1 };
    },
    end,
    runs: () => runs,
  };
}

describe('what is made while somebody works', () => {
  let job: ReturnType<typeof heldJob>;
  let core: PeopleCore;
  beforeEach(async () => {
    job = heldJob();
    core = await peopleCore('meanwhile', { runJob: job.runJob });
  });
  afterEach(() => core.cleanup());

  it('does not close the files that were opened meanwhile, and is told to be there', async () => {
    const trying = core.call('workspace.tryDemonstration', {});
    await core.unlockAs(0);
    const caseId = await core.aCaseFile();
    job.end();
    expect(await trying).toMatchObject({ ok: true, data: { current: 'own', preparing: null } });
    expect(await core.ask('access.status', {})).toMatchObject({ session: { id: ACCOUNTS[0].id } });
    expect(await core.ask('caseFile.get', { caseId })).toMatchObject({ id: caseId });
  });

  it('is made once, however often it is asked for', async () => {
    const asked = [core.call('workspace.tryDemonstration', {}), core.call('workspace.tryDemonstration', {})];
    await core.unlockAs(0);
    job.end();
    await Promise.all(asked);
    expect(job.runs()).toBe(1);
  });

  it('leaves the workspace as it is when a space cannot be created or data cannot be opened', async () => {
    const person = { name: 'Dominique Essai', agency: 'Agence', passphrase: 'une phrase de passe' };
    expect(await core.refusal('access.createSpace', person)).toMatchObject({ code: 'SPACE_EXISTS' });
    expect(await core.refusal('workspace.open', { name: 'demonstration' })).toMatchObject({ code: 'NO_DATASET' });
    expect(await core.ask('workspace.status', {})).toMatchObject({ current: 'own' });
    expect(await core.ask('access.status', {})).toMatchObject({ session: { id: ACCOUNTS[0].id } });
  });
});

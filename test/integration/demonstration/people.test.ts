import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsToConfirm } from '../../../src/shared/domain/case-file/facts-to-confirm.rules.ts';
import { localDateAt } from '../../../src/shared/kernel/local-date.ts';
import { aCore, type TestCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

/** The demonstration as the first start makes it: companies, then the people of two advisors. */
describe('the people of the demonstration', () => {
  let dataDir: TempFolder;
  let core: TestCore;
  beforeAll(async () => {
    dataDir = tempFolder('demonstration-people');
    // Progress is told by the clock: one that moves.
    let now = TEST_NOW;
    core = aCore(dataDir.path, { clock: { now: () => (now += 100) } });
    await core.prepare();
  });
  afterAll(() => {
    core.close();
    dataDir.cleanup();
  });

  const unlock = async (name: string): Promise<void> => {
    const { accounts } = await core.ask('access.status', {});
    const account = accounts.find((candidate) => candidate.name === name)!;
    await core.ask('access.unlock', { accountId: account.id, passphrase: account.demonstrationPassphrase! });
  };

  it('are not made before somebody chooses to try it', async () => {
    expect(await core.ask('workspace.status', {})).toMatchObject({ available: [], manifest: null, preparing: null });
    expect(await core.ask('access.status', {})).toMatchObject({ isCreated: false });
  });

  it('come with it, in two portfolios, behind passphrases that are shown', async () => {
    expect(await core.ask('workspace.tryDemonstration', {})).toMatchObject({ current: 'demonstration' });
    const steps = core.events.flatMap(({ name, payload }) =>
      name === 'workspace.changed' ? [(payload as { preparing: { step: string } | null }).preparing?.step] : [],
    );
    expect(steps).toContain('people');
    await unlock('Camille Roussel');
    const first = await core.ask('caseFile.portfolio', {});
    await unlock('Idriss Faivre');
    const second = await core.ask('caseFile.portfolio', {});
    expect(first.length + second.length).toBe(180);
    expect(Math.min(first.length, second.length)).toBeGreaterThan(60);
  });

  it('are alive: contacts, promises, companies retained, files closed, and few left waiting by us', async () => {
    await unlock('Camille Roussel');
    const rows = await core.ask('caseFile.portfolio', {});
    const open = rows.filter(({ closedOn }) => closedOn === null);
    expect(rows.some(({ closedOn }) => closedOn !== null)).toBe(true);
    expect(open.filter(({ promise }) => promise !== null).length).toBeGreaterThan(10);
    expect(open.filter(({ retained }) => retained > 0).length).toBeGreaterThan(20);
    const late = open.filter(({ overdueDays }) => overdueDays !== null).length;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(open.length / 3);
  });

  it('are arranged as a desk: tags of the agency, views of one advisor, facts to confirm, reasons of closing', async () => {
    const rows = await core.ask('caseFile.portfolio', {});
    const tags = await core.ask('agencyTag.list', {});
    expect(tags).toHaveLength(6);
    const worn = rows.filter(({ tagIds }) => tagIds.length > 0).length;
    expect(worn).toBeGreaterThan(rows.length / 5);
    expect(worn).toBeLessThan((rows.length * 3) / 5);
    expect(tags.reduce((sum, { files }) => sum + files, 0)).toBe(rows.flatMap(({ tagIds }) => tagIds).length);
    expect((await core.ask('savedView.list', {})).map(({ name }) => name)).toEqual([
      ...['Immersions à proposer', 'Renforcés à rappeler'],
    ]);
    const open = rows.filter(({ closedOn }) => closedOn === null);
    // A date to look at in some files, and not in most.
    const dated = open.filter(({ deadlines }) => deadlines.length > 0).length;
    console.log(`deadlines in ${dated} files of ${open.length}`);
    expect(dated).toBeGreaterThan(5);
    expect(dated).toBeLessThan(open.length / 2);
    const files = await Promise.all(rows.map(({ id }) => core.ask('caseFile.get', { caseId: id })));
    for (const { closedOn, closingReason } of files) expect(closingReason === null).toBe(closedOn === null);
    const today = localDateAt(TEST_NOW, 'Europe/Paris');
    const asked = files.filter(({ facts }) => factsToConfirm(facts, today).length === 3).length;
    console.log(`three facts to confirm in ${asked} files of ${files.length}`);
    expect(asked).toBeGreaterThan(files.length / 5);
  });

  it('have in their plans objectives, copies of contracts, and supports that ended six months ago', async () => {
    const rows = await core.ask('caseFile.portfolio', {});
    const plans = await Promise.all(rows.map(({ id }) => core.ask('action.list', { caseId: id })));
    const aiming = plans.filter((plan) => plan.some(({ kind }) => kind === 'objective'));
    const serving = aiming.filter((plan) => plan.some(({ serves }) => serves !== null));
    const copies = await Promise.all(rows.map(({ id }) => core.ask('engagement.list', { caseId: id })));
    const copied = copies.filter((ofFile) => ofFile.length > 0).length;
    const toAsk = await core.ask('outcome.toAsk', {});
    console.log(`objectives in ${aiming.length} files, contracts in ${copied}, ${toAsk.length} to ask about`);
    expect(aiming.length).toBeGreaterThan(8);
    expect(serving.length).toBe(aiming.length);
    expect(copied).toBeGreaterThanOrEqual(3);
    expect(toAsk.length).toBeGreaterThanOrEqual(1);
    expect(toAsk.length).toBeLessThan(8);
  });

  it('have Nadia Ferrand among them, who comes today at half past ten', async () => {
    const rows = await core.ask('caseFile.portfolio', {});
    const nadia = rows.find(({ first, last }) => first === 'Nadia' && last === 'Ferrand')!;
    expect(nadia).toMatchObject({ place: 'Metz', reach: { kind: 'distance', km: 15 } });
    const page = await core.ask('suggestion.forCase', {
      ...{ caseId: nadia.id, radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' },
      ...{ offset: 0, limit: 20 },
    });
    expect(page.page.rows.length).toBeGreaterThan(5);
  });
});

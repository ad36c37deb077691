import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS, USUAL_VIEW } from '../../../src/shared/domain/case-file/usual-view.ts';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk } from '../../support/second-desk.ts';

let core: PeopleCore;
beforeAll(async () => {
  core = await peopleCore('arranged-desk');
});
afterAll(() => core.cleanup());

const asked = () => ({ commandId: core.newId() });

describe('the tags of the agency', () => {
  const add = (name: string, tagId = core.newId()) => core.call('agencyTag.add', { ...asked(), tagId, name });

  it('have one name each, whatever the case and the accents, retired or not', async () => {
    const tagId = core.newId();
    const { revision } = await core.ask('agencyTag.add', { ...asked(), tagId, name: 'Mobilité à préparer' });
    const taken = { ok: false, error: { code: 'NAME_TAKEN' } };
    expect(await add('MOBILITE A PREPARER')).toMatchObject(taken);
    await core.ask('agencyTag.retire', { ...asked(), tagId, baseRevision: revision });
    expect(await add('mobilité à préparer')).toMatchObject({ error: { details: { isRetired: true } } });
    const { revision: other } = await core.ask('agencyTag.add', { ...asked(), tagId: core.newId(), name: 'Forum' });
    const listed = await core.ask('agencyTag.list', {});
    const forum = listed.find(({ name }) => name === 'Forum')!;
    expect(forum.revision).toBe(other);
    const rename = { ...asked(), tagId: forum.id, baseRevision: other };
    expect(await core.call('agencyTag.rename', { ...rename, name: 'Mobilite a preparer' })).toMatchObject(taken);
    // Its own name with other letters is not another tag's.
    expect(await core.call('agencyTag.rename', { ...rename, name: 'FORUM' })).toMatchObject({ ok: true });
  });

  it('say nothing private of anybody, whether added or renamed', async () => {
    const refused = { ok: false, error: { code: 'INVALID_INPUT', details: { families: ['health', 'offences'] } } };
    expect(await add('dépressive, mari en prison')).toMatchObject(refused);
    const tagId = core.newId();
    const { revision } = await core.ask('agencyTag.add', { ...asked(), tagId, name: 'Quartier du port' });
    const rename = { ...asked(), tagId, baseRevision: revision };
    expect(await core.call('agencyTag.rename', { ...rename, name: 'dépressive, mari en prison' })).toMatchObject(
      refused,
    );
    const names = (await core.ask('agencyTag.list', {})).map(({ name }) => name);
    expect(names).toContain('Quartier du port');
    expect(names.join()).not.toMatch(/prison/);
  });

  it('are offered again when restored, and are the same for every advisor, who counts their own files', async () => {
    const tagId = core.newId();
    const { revision } = await core.ask('agencyTag.add', { ...asked(), tagId, name: 'Atelier CV' });
    const caseId = await core.aCaseFile();
    const { revision: file } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.setTags', { ...asked(), caseId, tagIds: [tagId], baseRevision: file });
    const tagOf = async () => (await core.ask('agencyTag.list', {})).find(({ id }) => id === tagId);
    expect(await tagOf()).toMatchObject({ files: 1, isRetired: false });
    await core.unlockAs(1);
    expect(await tagOf()).toMatchObject({ name: 'Atelier CV', files: 0 });
    const retired = await core.ask('agencyTag.retire', { ...asked(), tagId, baseRevision: revision });
    await core.ask('agencyTag.restore', { ...asked(), tagId, baseRevision: retired.revision });
    await core.unlockAs(0);
    expect(await tagOf()).toMatchObject({ isRetired: false });
  });

  it('are not found where there is none, nor changed by whoever saw another one', async () => {
    const unknown = { ...asked(), tagId: core.newId(), baseRevision: 0 };
    for (const name of ['agencyTag.retire', 'agencyTag.restore'] as const) {
      expect(await core.refusal(name, unknown)).toMatchObject({ code: 'NOT_FOUND' });
    }
    const tagId = core.newId();
    await add('Enquête métier', tagId);
    expect(await core.refusal('agencyTag.retire', { ...unknown, tagId, commandId: core.newId() })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect(await add('x'.repeat(41))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it('tell the windows that something of the workstation changed', async () => {
    const before = core.events.length;
    await add('Bilan de mi-parcours');
    expect(core.events.slice(before)).toEqual([{ name: 'caseFile.changed', payload: { caseId: null } }]);
  });
});

describe('saved views', () => {
  const view = { ...USUAL_VIEW, filters: { ...NO_FILTERS, quick: 'overdue' as const } };
  const save = (more: Partial<CallInput<'savedView.save'>>) =>
    core.call('savedView.save', {
      ...asked(),
      viewId: core.newId(),
      name: 'Mon secteur',
      view,
      baseRevision: 0,
      ...more,
    });

  it('are kept for one account, by name, changed and taken out', async () => {
    const viewId = core.newId();
    const saved = await core.ask('savedView.save', { ...asked(), viewId, name: 'Mon secteur', view, baseRevision: 0 });
    expect(await core.ask('savedView.list', {})).toEqual([
      { id: viewId, name: 'Mon secteur', view, revision: saved.revision },
    ]);
    expect(await save({})).toMatchObject({ error: { code: 'NAME_TAKEN' } });
    // A name stays on screen every morning: it says nothing private of anybody, whether given or changed.
    const told = { error: { code: 'INVALID_INPUT', details: { families: ['health', 'offences'] } } };
    expect(await save({ name: 'dépressive, mari en prison' })).toMatchObject(told);
    const renamed = { viewId, name: 'dépressive, mari en prison', baseRevision: saved.revision };
    expect(await save(renamed)).toMatchObject(told);
    expect(await save({ viewId, name: 'MON SECTEUR', baseRevision: saved.revision })).toMatchObject({ ok: true });
    expect(await save({ viewId, name: 'Mon coin', baseRevision: saved.revision })).toMatchObject({
      error: { code: 'CHANGED_MEANWHILE' },
    });
    await core.unlockAs(1);
    expect(await core.ask('savedView.list', {})).toEqual([]);
    expect(await save({ viewId, baseRevision: saved.revision })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await core.refusal('savedView.remove', { ...asked(), viewId, baseRevision: 0 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    // A colleague may give the same name to a view of theirs.
    expect(await save({})).toMatchObject({ ok: true });
    await core.unlockAs(0);
    const [mine] = await core.ask('savedView.list', {});
    await core.ask('savedView.remove', { ...asked(), viewId, baseRevision: mine!.revision });
    expect(await core.ask('savedView.list', {})).toEqual([]);
    expect(await save({})).toMatchObject({ ok: true });
  });

  it('keep no name that was typed: it would outlive the file it is of', async () => {
    const typed = { ...view, text: 'Ferrand' } as unknown as typeof view;
    expect(await save({ name: 'Autre', view: typed })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

describe('what screens remember', () => {
  it('is of one account and one name, outside the log, and the last one counts', async () => {
    const name = 'portfolio.columns' as const;
    expect(await core.ask('preference.get', { name })).toEqual({ value: null });
    const desk = await secondDesk(core.dataDir);
    const operations = desk.operations().length;
    await core.ask('preference.set', { name, value: { hidden: ['tags'] } });
    await core.ask('preference.set', { name, value: { hidden: ['leads'], widths: { person: 240 } } });
    expect(desk.operations()).toHaveLength(operations);
    desk.close();
    expect(await core.ask('preference.get', { name })).toEqual({
      value: { hidden: ['leads'], widths: { person: 240 } },
    });
    expect(await core.ask('preference.get', { name: 'onboarding' })).toEqual({ value: null });
    for (const account of [1, 2] as const) {
      await core.unlockAs(account);
      expect(await core.ask('preference.get', { name })).toEqual({ value: null });
      await core.ask('preference.set', { name: 'onboarding', value: account });
      expect(await core.ask('preference.get', { name: 'onboarding' })).toEqual({ value: account });
    }
    await core.unlockAs(0);
  });

  it('is JSON of four thousand characters at most, under a name that is known', async () => {
    const set = (name: string, value: unknown) => core.call('preference.set', { name, value });
    expect(await set('onboarding', 'x'.repeat(3_998))).toMatchObject({ ok: true });
    expect(await set('onboarding', 'x'.repeat(3_999))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await set('onboarding', undefined)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await set('other', 1)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

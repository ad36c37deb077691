import { describe, expect, it, vi } from 'vitest';
import { makeSharedScreen } from '../../../src/main/electron/shared-screen.ts';
import { besideIn, otherDisplay } from '../../../src/main/electron/windows/shared-window.ts';
import type { SharedFrame } from '../../../src/shared/contract/shared-view.contract.ts';
import type { SharedView } from '../../../src/shared/domain/shared-view/shared-view.schema.ts';
import { silentLog } from '../../../src/main/platform/log/log.ts';

vi.mock('electron', () => ({ BrowserWindow: vi.fn(), nativeTheme: {}, screen: {} }));

const NADIA = '0197f3a0-0000-7000-8000-000000000001';
const LUC = '0197f3a0-0000-7000-8000-000000000002';
const about = (caseId: string) => ({ caseId, step: 'readings', pointed: null, isDecidedShown: false }) as const;

function viewOf(personName: string): SharedView {
  return {
    ...{ personName, isLargePrint: false, project: { occupation: null, place: null, reach: null, travel: [] } },
    body: { step: 'readings', person: 'Je voudrais le matin', advisor: null },
  };
}

const PAUSE = { kind: 'pause' };
const LOCKED = { kind: 'locked' };

function aScreen(answerFor: (caseId: string) => Promise<unknown> = () => Promise.resolve(viewOf('Nadia'))) {
  const sent: SharedFrame['content'][] = [];
  const told: boolean[] = [];
  let closed = (): void => undefined;
  const windows = { opened: 0 };
  const call = vi.fn(async (_name: string, { caseId }: { caseId: string }) => {
    const data = await answerFor(caseId);
    if (data === null) return { ok: false, error: { code: 'NOT_FOUND', message: '', details: {} } };
    return { ok: true, data, meta: { ms: 1, datasetVersion: null } };
  });
  const shared = makeSharedScreen({
    core: { call: call as never },
    look: () => ({ language: 'fr', theme: 'light' }),
    tell: ({ isOpen }) => void told.push(isOpen),
    open(onClosed) {
      windows.opened += 1;
      closed = onClosed;
      return { send: ({ content }) => void sent.push(content), close: () => closed() };
    },
    log: silentLog,
  });
  const hear = (name: string, payload: unknown): void => shared.hear({ type: 'event', name, payload } as never);
  return { shared, sent, told, windows, call, hear, closeByHand: () => closed() };
}

describe('the window of the person', () => {
  it('row 44: opens once there is something to show, and is told what the core answered', async () => {
    const { shared, sent, told, windows } = aScreen();
    expect(shared.frame().content).toEqual(PAUSE);
    expect(await shared.show(about(NADIA))).toMatchObject({ ok: true, data: {} });
    await shared.show({ ...about(NADIA), step: 'plan' });
    expect(windows.opened).toBe(1);
    expect(told).toEqual([true]);
    expect(sent).toEqual([1, 2].map(() => ({ kind: 'view', view: viewOf('Nadia') })));
    expect(shared.frame().content).toEqual(sent[0]);
  });

  it('row 44: is not opened, or goes blank, where the core refuses', async () => {
    const { shared, windows, sent } = aScreen((caseId) => Promise.resolve(caseId === LUC ? null : viewOf('Nadia')));
    expect(await shared.show(about(LUC))).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(windows.opened).toBe(0);
    await shared.show(about(NADIA));
    await shared.show(about(LUC));
    expect(sent.at(-1)).toEqual(PAUSE);
  });

  it.each([
    { ...viewOf('Nadia'), precautions: ['no-post'] },
    { ...viewOf('Nadia'), body: { ...viewOf('Nadia').body, setAside: ['Maison Clerc'] } },
    { ...viewOf('Nadia'), body: { step: 'portfolio' } },
    null,
    'text',
  ])('row 24, row 44: is given nothing that has not the shape of what may be shown: %j', async (answer) => {
    const { shared, windows, sent } = aScreen(() => Promise.resolve(answer ?? {}));
    expect(await shared.show(about(NADIA))).toMatchObject({ ok: false });
    expect(windows.opened).toBe(0);
    expect(sent).toEqual([]);
  });

  it('shows nothing of one person while another’s is on its way', async () => {
    let answerLuc = (_view: SharedView): void => undefined;
    const luc = new Promise<SharedView>((resolve) => (answerLuc = resolve));
    const { shared, sent } = aScreen((caseId) => (caseId === LUC ? luc : Promise.resolve(viewOf('Nadia'))));
    await shared.show(about(NADIA));
    const shown = shared.show(about(LUC));
    expect(sent.at(-1)).toEqual(PAUSE);
    answerLuc(viewOf('Luc'));
    await shown;
    expect(sent.at(-1)).toEqual({ kind: 'view', view: viewOf('Luc') });
  });

  it('shows the last thing asked for, whatever comes back first', async () => {
    const answers = new Map<string, (view: SharedView) => void>();
    const { shared, sent } = aScreen((caseId) => new Promise<SharedView>((resolve) => answers.set(caseId, resolve)));
    const [first, second] = [shared.show(about(NADIA)), shared.show(about(LUC))];
    answers.get(LUC)?.(viewOf('Luc'));
    await second;
    answers.get(NADIA)?.(viewOf('Nadia'));
    await first;
    expect(sent).toEqual([{ kind: 'view', view: viewOf('Luc') }]);
  });

  it('follows what is written in the file that is shown, and in no other', async () => {
    const { shared, call, hear } = aScreen();
    await shared.show(about(NADIA));
    hear('caseFile.changed', { caseId: LUC });
    expect(call).toHaveBeenCalledTimes(1);
    hear('caseFile.changed', { caseId: NADIA });
    hear('caseFile.changed', { caseId: null });
    expect(call).toHaveBeenCalledTimes(3);
    await shared.show(null);
    hear('caseFile.changed', { caseId: NADIA });
    expect(call).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['access.locking', { reason: 'idle' }],
    ['access.changed', { session: null }],
  ])('row 33, row 44: goes blank at once on %s, and stays so until somebody comes back', async (name, payload) => {
    const { shared, sent, told, hear } = aScreen();
    await shared.show(about(NADIA));
    hear(name, payload);
    expect(sent.at(-1)).toEqual(LOCKED);
    // The page of the advisor leaves the meeting: what is under the window stays out of sight.
    shared.hide();
    hear('caseFile.changed', { caseId: NADIA });
    expect(sent.at(-1)).toEqual(LOCKED);
    expect(told).toEqual([true]);
    hear('access.changed', { session: { id: 'camille' } });
    expect(told).toEqual([true, false]);
    expect(shared.frame().content).toEqual(PAUSE);
  });

  it.each(['lock', 'hide'] as const)('row 44: does not open after a %s that came first', async (what) => {
    let answer = (_view: SharedView): void => undefined;
    const { shared, windows, hear } = aScreen(() => new Promise<SharedView>((resolve) => (answer = resolve)));
    const shown = shared.show(about(NADIA));
    if (what === 'lock') hear('access.locking', { reason: 'away' });
    else shared.hide();
    answer(viewOf('Nadia'));
    await shown;
    expect(windows.opened).toBe(0);
  });

  it('keeps nothing once it is closed, by whoever closed it', async () => {
    const { shared, told, windows, closeByHand } = aScreen();
    await shared.show(about(NADIA));
    closeByHand();
    expect(shared.frame().content).toEqual(PAUSE);
    expect(told).toEqual([true, false]);
    await shared.show(about(NADIA));
    expect(windows.opened).toBe(2);
  });

  it('shows a neutral page once the page of the advisor is gone', async () => {
    const { shared, sent } = aScreen();
    await shared.show(about(NADIA));
    shared.pause();
    expect(sent.at(-1)).toEqual(PAUSE);
  });
});

describe('where the window of the person is', () => {
  const [own, other] = [{ id: 1 }, { id: 2 }];

  it('is another display than the advisor’s, where there is one', () => {
    expect(otherDisplay([own, other], own)).toBe(other);
    expect(otherDisplay([other, own], other)).toBe(own);
    expect(otherDisplay([own], own)).toBeNull();
  });

  it('is else in a corner of the only one, within it', () => {
    expect(besideIn({ x: 0, y: 0, width: 1920, height: 1040 })).toEqual({ x: 1020, y: 360, width: 900, height: 680 });
    expect(besideIn({ x: 10, y: 20, width: 800, height: 600 })).toEqual({ x: 10, y: 20, width: 800, height: 600 });
  });
});

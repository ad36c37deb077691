import { describe, expect, it, vi } from 'vitest';
import { calls, type CallName } from '../../src/shared/contract/index.ts';
import { handleDrop } from '../../src/main/electron/ipc/dropped-folders.ts';
import { answerCall, registerCalls } from '../../src/main/electron/ipc/register-calls.ts';
import { answerShared, registerShared } from '../../src/main/electron/ipc/register-shared.ts';
import { makeShellCalls } from '../../src/main/electron/ipc/shell-calls.ts';
import { makeTrustedSenders, type SenderEvent } from '../../src/main/electron/security/trusted-senders.ts';
import { silentLog } from '../../src/main/platform/log/log.ts';
import { SHELL_INPUTS } from '../support/shell-inputs.ts';

const { handle } = vi.hoisted(() => ({ handle: vi.fn() }));
vi.mock('electron', () => ({ ipcMain: { handle, on: vi.fn() } }));

const OURS = 7;

function speaker(frame: unknown, id = OURS): SenderEvent {
  return { sender: { id }, senderFrame: frame } as unknown as SenderEvent;
}

const page = { url: 'app://vav/', parent: null };
const destroyed = {
  get parent(): never {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed');
  },
};

const STRANGERS: readonly (readonly [string, SenderEvent])[] = [
  ['a frame that is gone', speaker(null)],
  ['a destroyed frame', speaker(destroyed)],
  ['a sub-frame of ours', speaker({ url: 'app://vav/', parent: page })],
  ['another origin', speaker({ url: 'https://example.org/', parent: null })],
  ['another host', speaker({ url: 'app://vav.evil/', parent: null })],
  ['user information', speaker({ url: 'app://vav@evil/', parent: null })],
  ['a blank page', speaker({ url: 'about:blank', parent: null })],
  ['a blob of ours', speaker({ url: 'blob:app://vav/6a0e', parent: null })],
  ['a file', speaker({ url: 'file:///index.html', parent: null })],
  ['the developer tools', speaker({ url: 'devtools://devtools/bundled/inspector.html', parent: null })],
  ['a page of ours in a window that is not', speaker(page, 8)],
  ['an empty address', speaker({ url: '', parent: null })],
];

function trusting(): ReturnType<typeof makeTrustedSenders> & { destroy: () => void } {
  const senders = makeTrustedSenders();
  let destroy = (): void => undefined;
  senders.trust({ id: OURS, once: (_event: string, listener: () => void) => void (destroy = listener) } as never);
  return { ...senders, destroy: () => destroy() };
}

const refused = { ok: false, error: { code: 'NOT_ALLOWED' } };

/** Which call each table is saved by. */
const SAVED_BY = {
  agenda: 'appointment.exportCalendar',
  portfolio: 'caseFile.exportPortfolio',
  corrections: 'correction.export',
  approaches: 'approach.exportCsv',
  employers: 'caseFile.savePdf',
  argument: 'caseFile.savePdf',
  sheet: 'caseFile.savePdf',
  situation: 'caseFile.savePdf',
  explanation: 'caseFile.savePdf',
  file: 'caseFile.savePdf',
  note: 'caseFile.savePdf',
  'hand-over': 'caseFile.savePdf',
  fileData: 'caseFile.exportData',
} as const;

type Core = Parameters<typeof makeShellCalls>[0]['core'];

function board(other?: Core): Parameters<typeof answerCall>[0] & { readonly core: Core; readonly called: string[] } {
  const called: string[] = [];
  const data = { csv: '', count: 0, text: '' };
  const answer = { ok: true, data, meta: { ms: 0, datasetVersion: null } } as const;
  const core: Core = other ?? {
    call: (name: string) => Promise.resolve(void called.push(name)).then(() => answer),
    offerFolder: () => Promise.reject(new Error('not asked')),
    offerPlace: () => Promise.reject(new Error('not asked')),
  };
  const shellCalls = makeShellCalls({
    core,
    chooseFolder: () => Promise.resolve(void called.push('dataset.chooseFolder')).then(() => null),
    choosePlace: () => Promise.resolve(void called.push('dataFolder.choose')).then(() => null),
    openLink: () => Promise.resolve(void called.push('about.openLink')).then(() => 'opened' as const),
    saveTable: (table) => Promise.resolve(void called.push(SAVED_BY[table])).then(() => true),
    isPaperReady: () => Promise.resolve(true),
    drawPdf: () => Promise.resolve(new Uint8Array()),
    lend: () => Promise.resolve(void called.push('note.copyOut')),
    shared: {
      show: () => Promise.resolve(void called.push('sharedView.show')).then(() => ({ ...answer, data: {} })),
      hide: () => void called.push('sharedView.hide'),
    },
    now: () => 0,
  });
  return { senders: trusting(), core, shellCalls, log: { ...silentLog, warn: vi.fn() }, called };
}

describe('who is listened to', () => {
  it('row 17: the main frame of our window on our page', () => {
    expect(trusting().isTrusted(speaker(page))).toBe(true);
  });

  it.each(STRANGERS)('row 17: not %s', (_who, event) => {
    expect(trusting().isTrusted(event)).toBe(false);
  });

  it('row 17: not a window after its end', () => {
    const senders = trusting();
    senders.destroy();
    expect(senders.isTrusted(speaker(page))).toBe(false);
  });

  it.each(Object.keys(calls))('row 17: %s from a stranger is refused, noted, and reaches nothing', async (name) => {
    for (const [, event] of STRANGERS) {
      const switchboard = board();
      expect(await answerCall(switchboard, event, name, {})).toMatchObject(refused);
      expect(switchboard.called).toEqual([]);
      expect(switchboard.log.warn).toHaveBeenCalledWith('call.refused');
    }
  });

  it('row 17: a path dropped by a stranger is refused', async () => {
    const publish = vi.fn();
    const core = { offerFolder: vi.fn() };
    for (const [, event] of STRANGERS)
      await handleDrop({ senders: trusting(), core, publish, log: silentLog }, event, '/tmp');
    expect(publish).not.toHaveBeenCalled();
    expect(core.offerFolder).not.toHaveBeenCalled();
  });
});

describe('what is listened to', () => {
  const say = (name: unknown, input: unknown = {}): Promise<unknown> => answerCall(board(), speaker(page), name, input);

  it('row 20: a noun and a verb, and nothing else', async () => {
    const unknown = [
      '',
      'settings.get.all',
      'settings.get\n',
      `settings.${'get'.repeat(20)}`,
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      null,
      undefined,
      1,
      {},
      ['settings.get'],
    ];
    for (const name of unknown) expect(await say(name)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  });

  it.each(Object.keys(calls) as CallName[])('row 24: %s goes to its home', async (name) => {
    const switchboard = board();
    const input = new Map<string, unknown>(Object.entries(SHELL_INPUTS)).get(name) ?? {};
    expect(await answerCall(switchboard, speaker(page), name, input)).toMatchObject({ ok: true });
    // What leaves by a file or the clipboard is asked of the core, which knows the rights, each time.
    const asked: Readonly<Record<string, string>> = {
      'appointment.exportCalendar': 'appointment.calendar',
      'caseFile.exportPortfolio': 'caseFile.portfolioCsv',
      'correction.export': 'correction.csv',
      'note.copyOut': 'note.copyText',
      'approach.exportCsv': 'approach.csv',
      'caseFile.savePdf': 'caseFile.recordLeaving',
    };
    const before = name === 'caseFile.exportData' ? ['caseFile.recordLeaving', 'caseFile.compile'] : [asked[name]];
    expect(switchboard.called).toEqual([...before.filter((each) => each !== undefined), name]);
  });

  it('row 39: a whole file leaves with the reason that was given for it', async () => {
    const asked: unknown[] = [];
    const { core } = board();
    const { shellCalls } = board({
      ...core,
      call: (name, input) => {
        asked.push([name, input]);
        return core.call(name, input);
      },
    });
    const leaving = { caseId: 'c', paper: 'file', reason: 'À sa demande' } as const;
    await shellCalls['caseFile.savePdf'](leaving);
    await shellCalls['caseFile.exportData']({ caseId: 'c', reason: 'À sa demande' });
    expect(asked).toEqual([
      ['caseFile.recordLeaving', { ...leaving, medium: 'pdf' }],
      ['caseFile.recordLeaving', { ...leaving, medium: 'data' }],
      ['caseFile.compile', { caseId: 'c' }],
    ]);
  });

  it('row 25: no page is drawn, nor a print written down, where nothing is ready for paper', async () => {
    const note = (name: string) => (): Promise<never> => Promise.reject(new Error(`not asked: ${name}`));
    const shellCalls = makeShellCalls({
      ...{ core: { call: note('call'), offerFolder: note('folder'), offerPlace: note('place') }, now: () => 0 },
      ...{ chooseFolder: note('folder'), choosePlace: note('place'), openLink: note('link'), lend: note('lend') },
      ...{ saveTable: note('save'), drawPdf: note('draw'), isPaperReady: () => Promise.resolve(false) },
      shared: { show: note('show'), hide: () => undefined },
    });
    const switchboard = { ...board(), shellCalls };
    const answer = await answerCall(switchboard, speaker(page), 'caseFile.savePdf', SHELL_INPUTS['caseFile.savePdf']);
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });

  it.each([null, undefined, 1, 'x', [], { url: 1 }, { url: 'https://a/', more: 1 }, { url: 'x'.repeat(501) }, {}])(
    'row 24: the shell refuses %j as the input of a link',
    async (input) => {
      expect(await say('about.openLink', input)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    },
  );

  it.each([
    ...(['caseFile.exportPortfolio', 'correction.export', 'approach.exportCsv', 'caseFile.savePdf'] as const),
    'caseFile.exportData' as const,
    'note.copyOut' as const,
  ])('row 25, row 39: %s hands over nothing that the core refuses', async (name) => {
    const switchboard = board();
    const refusal = { ok: false, error: { code: 'LOCKED', message: '', details: {} } } as const;
    const notAsked = (): Promise<never> => Promise.reject(new Error('not asked'));
    const core = { call: () => Promise.resolve(refusal), offerFolder: notAsked, offerPlace: notAsked };
    const handedOver = vi.fn(() => Promise.resolve(true));
    const shellCalls = makeShellCalls({
      ...{ core, chooseFolder: notAsked, choosePlace: notAsked, openLink: () => Promise.resolve('refused' as const) },
      ...{
        saveTable: handedOver,
        isPaperReady: () => Promise.resolve(true),
        drawPdf: notAsked,
        lend: async () => {
          await handedOver();
        },
        shared: { show: notAsked, hide: vi.fn() },
        now: () => 0,
      },
    });
    const answer = await answerCall({ ...switchboard, core, shellCalls }, speaker(page), name, SHELL_INPUTS[name]);
    expect(answer).toEqual(refusal);
    expect(handedOver).not.toHaveBeenCalled();
  });

  it('row 24: a call that throws answers INTERNAL and says nothing of why', async () => {
    const broken = { ...board(), core: { call: () => Promise.reject(new Error('secret')) } };
    const answer = await answerCall(broken, speaker(page), 'settings.get', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', details: {} } });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('row 17: one channel is registered for calls', () => {
    handle.mockClear();
    registerCalls(board());
    expect(handle.mock.calls.map(([channel]) => channel as string)).toEqual(['vav:call']);
  });

  it.each(['relative', '', '../up', 1, null, {}, `/${'x'.repeat(40_000)}`, '/a\0b'])(
    'row 26: %j is not the path of a folder',
    async (dropped) => {
      const publish = vi.fn();
      const core = { offerFolder: vi.fn() };
      await handleDrop({ senders: trusting(), core, publish, log: silentLog }, speaker(page), dropped);
      expect(core.offerFolder).not.toHaveBeenCalled();
      expect(publish.mock.calls).toEqual([
        [{ type: 'event', name: 'dataset.folderOffered', payload: { preview: null } }],
      ]);
    },
  );
});

describe('the window of the person', () => {
  const frame = { language: 'fr', theme: 'light', content: { kind: 'pause' } } as const;
  const PERSON = 9;
  const person = { url: 'app://vav/shared.html', parent: null };
  const shared = () => {
    const senders = makeTrustedSenders();
    senders.trust({ id: PERSON, once: vi.fn() });
    return { senders, frame: vi.fn(() => frame), log: { ...silentLog, warn: vi.fn() } };
  };

  it('row 44: asks one question, on a channel of its own', () => {
    handle.mockClear();
    registerShared(shared());
    expect(handle.mock.calls.map(([channel]) => channel as string)).toEqual(['vav:shared']);
    expect(answerShared(shared(), speaker(person, PERSON))).toEqual(frame);
  });

  it.each(Object.keys(calls))('row 44: may not call %s', async (name) => {
    const switchboard = board();
    expect(await answerCall(switchboard, speaker(person, PERSON), name, {})).toMatchObject(refused);
    expect(switchboard.called).toEqual([]);
  });

  it.each([...STRANGERS, ['the window of the advisor', speaker(page)] as const])(
    'row 44: %s is not told what the person sees',
    (_who, event) => {
      const asked = shared();
      expect(answerShared(asked, event)).toBeNull();
      expect(asked.frame).not.toHaveBeenCalled();
      expect(asked.log.warn).toHaveBeenCalledWith('shared.refused');
    },
  );
});

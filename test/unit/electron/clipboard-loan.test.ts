import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeClipboardLoan, type ClipboardDoor } from '../../../src/main/electron/clipboard-loan.ts';

/** A clipboard as a system has one; some write other ends of lines than they were given. */
function aClipboard({ hasOtherLineEnds = false, isLate = false } = {}): ClipboardDoor & { held: string } {
  const late = <T>(value: T): T | Promise<T> => (isLate ? Promise.resolve(value) : value);
  return {
    held: '',
    readText() {
      return late(this.held);
    },
    writeText(text) {
      this.held = hasOtherLineEnds ? text.replaceAll('\n', '\r\n') : text;
      return late(undefined);
    },
    clear() {
      this.held = '';
    },
  };
}

const NOTE = 'Ce que dit la personne\nPréfère les matins.';

describe('a note lent to the clipboard', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it.each([
    ['a clipboard that answers at once', {}],
    ['a clipboard that answers later', { isLate: true }],
    ['a system that changes the ends of lines', { hasOtherLineEnds: true }],
  ])('row 35: is taken away after a minute, not before, from %s', async (_which, kind) => {
    const clipboard = aClipboard(kind);
    await makeClipboardLoan(clipboard).lend(NOTE, 60);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(clipboard.held.replaceAll('\r', '')).toBe(NOTE);
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.held).toBe('');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('row 35: leaves alone what somebody copied meanwhile', async () => {
    const clipboard = aClipboard();
    await makeClipboardLoan(clipboard).lend(NOTE, 60);
    clipboard.held = 'une adresse';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.held).toBe('une adresse');
  });

  it('row 35: is taken away at once when the application ends', async () => {
    const clipboard = aClipboard();
    const loan = makeClipboardLoan(clipboard);
    await loan.lend(NOTE, 60);
    await loan.end();
    expect(clipboard.held).toBe('');
    expect(vi.getTimerCount()).toBe(0);
    clipboard.held = 'une adresse';
    await loan.end();
    expect(clipboard.held).toBe('une adresse');
  });

  it('row 35: is taken away even when it cannot be read back at once', async () => {
    const clipboard = aClipboard();
    const read = clipboard.readText.bind(clipboard);
    clipboard.readText = () => Promise.reject(new Error('busy'));
    await expect(makeClipboardLoan(clipboard).lend(NOTE, 60)).rejects.toThrow('busy');
    clipboard.readText = read;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.held).toBe('');
  });

  it('row 35: is taken away once the case files are locked, not when somebody else has them open', async () => {
    const clipboard = aClipboard();
    const loan = makeClipboardLoan(clipboard);
    await loan.lend(NOTE, 60);
    const status = { workspace: 'own', isCreated: true, accounts: [], isTrial: true } as const;
    const somebody = { id: 'a', name: 'Camille', agency: 'Metz', role: 'advisor' } as const;
    const heard = { type: 'event', name: 'access.changed' } as const;
    loan.hear({ ...heard, payload: { ...status, session: somebody } });
    await vi.advanceTimersByTimeAsync(0);
    expect(clipboard.held).toBe(NOTE);
    loan.hear({ ...heard, payload: { ...status, session: null } });
    await vi.advanceTimersByTimeAsync(0);
    expect(clipboard.held).toBe('');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives way to the next one, which has a whole minute of its own', async () => {
    const clipboard = aClipboard();
    const loan = makeClipboardLoan(clipboard);
    await loan.lend('la première', 60);
    await vi.advanceTimersByTimeAsync(40_000);
    await loan.lend('la seconde', 60);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(clipboard.held).toBe('la seconde');
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.held).toBe('');
  });

  it('ends without a word when nothing was lent', async () => {
    const clipboard = aClipboard();
    clipboard.held = 'une adresse';
    await makeClipboardLoan(clipboard).end();
    expect(clipboard.held).toBe('une adresse');
  });
});

import type { WebContents } from 'electron';
import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { silentLog } from '../../src/main/platform/log/log.ts';
import { isOwnUrl } from '../../src/main/electron/security/app-url.ts';
import { applyNavigationPolicy, schemeAndHost } from '../../src/main/electron/security/navigation-policy.ts';

const HOSTILE = [
  'https://example.org/',
  'http://vav/',
  'https://app://vav/',
  'https://example.org/?x=app://vav/',
  'https://example.org/#app://vav/',
  'app://vav.evil/',
  'app://evil/vav/',
  'app://evil/?app://vav/',
  'app://vav@evil/',
  'app://vav:password@evil/',
  'app://user@vav/',
  'app://vav:8080/',
  'app:vav',
  'app:///vav/',
  'apps://vav/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://vav/6a0e',
  'file:///etc/passwd',
  'file://vav/',
  'about:blank',
  'about:srcdoc',
  'view-source:app://vav/',
  'chrome://version',
  'devtools://devtools/',
  'mailto:a@example.org',
  'ms-msdt:/id',
  '//evil/',
  '\\\\evil\\share',
  '',
  ' ',
  'app://',
] as const;

function guarded(): { contents: EventEmitter; openWindow: (url: string) => unknown } {
  let handler: ((details: { url: string }) => unknown) | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (given: typeof handler) => void (handler = given),
  });
  applyNavigationPolicy(contents as unknown as WebContents, silentLog);
  return { contents, openWindow: (url) => handler?.({ url }) };
}

it.each(HOSTILE)('row 13: %j is not a page of ours', (url) => expect(isOwnUrl(url)).toBe(false));

it.each(['app://vav/', 'app://vav/index.html?x=https://example.org/', 'APP://vav/#/a'])('row 13: %s is', (url) =>
  expect(isOwnUrl(url)).toBe(true),
);

it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
  'row 13: %s is prevented unless it stays',
  (event) => {
    const { contents } = guarded();
    for (const url of HOSTILE) {
      const details = { url, preventDefault: vi.fn() };
      contents.emit(event, details);
      expect(details.preventDefault, url).toHaveBeenCalledOnce();
    }
    const own = { url: 'app://vav/', preventDefault: vi.fn() };
    contents.emit(event, own);
    expect(own.preventDefault).not.toHaveBeenCalled();
  },
);

it.each([...HOSTILE, 'app://vav/'])('row 14: no window opens on %j', (url) => {
  expect(guarded().openWindow(url)).toEqual({ action: 'deny' });
});

it('row 12: no webview attaches', () => {
  const event = { preventDefault: vi.fn() };
  guarded().contents.emit('will-attach-webview', event, {}, { src: 'app://vav/' });
  expect(event.preventDefault).toHaveBeenCalledOnce();
});

it('row 31: a refused address leaves only its scheme and host in the log', () => {
  expect(schemeAndHost('https://user:pass@example.org/dupont?nir=1#x')).toBe('https://example.org');
  expect(schemeAndHost('nothing')).toBe('not a URL');
});

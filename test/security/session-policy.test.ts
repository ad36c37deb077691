import type { Session } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../src/main/platform/log/log.ts';
import { applySessionPolicy, isOwnRequest } from '../../src/main/electron/security/session-policy.ts';

/** Every permission Electron knows, read from its own types: a new one is tried the day it is installed. */
function knownPermissions(): readonly string[] {
  const types = path.join(
    path.dirname(createRequire(import.meta.url).resolve('electron/package.json')),
    'electron.d.ts',
  );
  const text = fs.readFileSync(types, 'utf8');
  const unions = [
    ...text.matchAll(/setPermission(?:Check|Request)Handler\([^\n]*?permission: ((?:'[\w-]+'(?: \| )?)+)/g),
  ];
  return [
    ...new Set(unions.flatMap((union) => [...(union[1] ?? '').matchAll(/'([\w-]+)'/g)].map((match) => match[1] ?? ''))),
  ];
}

type Handlers = Record<string, (...args: never[]) => unknown>;

function applyToFake(): Handlers {
  const handlers: Handlers = {};
  const keep = (name: string) => (handler: Handlers[string]) => void (handlers[name] = handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setBluetoothPairingHandler: keep('pairing'),
    setSpellCheckerEnabled: vi.fn(),
    on: (event: string, handler: Handlers[string]) => void (handlers[event] = handler),
    webRequest: { onBeforeRequest: keep('before') },
  };
  applySessionPolicy(session as unknown as Session, { hasDevTools: false, devSocket: null }, silentLog);
  return handlers;
}

describe('the session', () => {
  let handlers: Handlers;
  const ask = (name: string, ...args: unknown[]): unknown => handlers[name]?.(...(args as never[]));
  const request = (permission: string, requestingUrl: string): unknown => {
    const answer = vi.fn();
    ask('request', {}, permission, answer, { requestingUrl });
    return answer.mock.calls;
  };
  beforeEach(() => {
    handlers = applyToFake();
  });

  it('row 5: knows the permissions it is asked about', () => {
    expect(knownPermissions().length).toBeGreaterThan(40);
    expect(knownPermissions()).toContain('clipboard-sanitized-write');
  });

  it.each(knownPermissions())('row 5: grants %s only if it is copying text', (permission) => {
    const expected = permission === 'clipboard-sanitized-write';
    expect(request(permission, 'app://vav/')).toEqual([[expected]]);
    expect(ask('check', {}, permission, 'app://vav/')).toBe(expected);
  });

  it.each(['https://vav/', 'app://vav.evil/', 'app://evil/', 'null', '', 'file:///'])(
    'row 5: grants nothing to %s',
    (origin) => {
      expect(request('clipboard-sanitized-write', origin)).toEqual([[false]]);
      expect(ask('check', {}, 'clipboard-sanitized-write', origin)).toBe(false);
    },
  );

  it('row 5: gives no device, no screen, no pairing', () => {
    const display = vi.fn();
    const pairing = vi.fn();
    ask('display', {}, display);
    ask('pairing', {}, pairing);
    expect(ask('device', {})).toBe(false);
    expect(display.mock.calls).toEqual([[null]]);
    expect(pairing.mock.calls).toEqual([[{ confirmed: false }]]);
  });

  it('row 5: refuses downloads', () => {
    const event = { preventDefault: vi.fn() };
    ask('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('row 29: cancels what goes off our origin', () => {
    const outcome = (url: string): unknown => {
      const answer = vi.fn();
      ask('before', { url }, answer);
      return answer.mock.calls[0]?.[0];
    };
    expect(outcome('https://example.org/')).toEqual({ cancel: true });
    expect(outcome('app://vav/index.html')).toEqual({ cancel: false });
  });
});

const SHIPPED = { hasDevTools: false, devSocket: null };

it.each([
  'http://localhost:5173/',
  'https://vav/',
  'ws://vav/',
  'file:///etc/passwd',
  'app://vav.evil/',
  'app://vav@evil/',
  'app://user@vav/',
  'app://vav:80/',
  'blob:https://evil.example/6a0e',
  'blob:null/6a0e',
  'blob:app://vav/6a0e',
  'filesystem:app://vav/temporary/a',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abc/a.js',
  'view-source:app://vav/',
  'not a url',
  '',
])('row 29: a shipped application requests nothing of %s', (url) => {
  expect(isOwnRequest(url, SHIPPED)).toBe(false);
});

it.each(['app://vav/', 'app://vav/assets/index.js', 'data:image/png;base64,AA=='])(
  'row 29: the page may request %s',
  (url) => expect(isOwnRequest(url, SHIPPED)).toBe(true),
);

it('row 29: development adds its socket and the developer tools, nothing else', () => {
  const rules = { hasDevTools: true, devSocket: 'ws://localhost:5173' };
  expect(isOwnRequest('ws://localhost:5173/?token=a', rules)).toBe(true);
  expect(isOwnRequest('devtools://devtools/bundled/a.js', rules)).toBe(true);
  expect(isOwnRequest('ws://localhost:5174/', rules)).toBe(false);
  expect(isOwnRequest('http://localhost:5173/', rules)).toBe(false);
});

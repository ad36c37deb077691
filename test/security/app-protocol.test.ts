import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerRequest, registerAppScheme } from '../../src/main/electron/security/app-protocol.ts';
import { findDevServer } from '../../src/main/electron/security/dev-server.ts';

const { registerSchemesAsPrivileged } = vi.hoisted(() => ({ registerSchemesAsPrivileged: vi.fn() }));
vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged } }));

let folder: string;
let root: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-protocol-'));
  root = path.join(folder, 'renderer');
  fs.mkdirSync(path.join(root, 'assets'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'secret.json'), '{}');
  fs.writeFileSync(path.join(root, 'index.html'), '<p nonce="__CSP_NONCE__"></p><i nonce="__CSP_NONCE__"></i>');
  fs.writeFileSync(path.join(root, 'assets', 'index-a_b.js'), 'let nonce = "__CSP_NONCE__"');
  fs.writeFileSync(path.join(root, 'assets', 'tool.exe'), 'MZ');
  fs.writeFileSync(path.join(root, '.env'), 'A=1');
  fs.mkdirSync(path.join(folder, 'renderer-evil'));
  fs.writeFileSync(path.join(folder, 'renderer-evil', 'x.json'), '{}');
  fs.symlinkSync(path.join(folder, 'secret.json'), path.join(root, 'assets', 'link.json'));
  fs.symlinkSync(path.join(folder, 'renderer-evil'), path.join(root, 'assets', 'out'));
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const ask = (url: string, method = 'GET'): Promise<Response> => answerRequest(root, { url, method });

describe('the app protocol', () => {
  it.each([
    ['app://vav/', 'text/html; charset=utf-8'],
    ['app://vav/index.html', 'text/html; charset=utf-8'],
    ['app://vav/?screen=1#x', 'text/html; charset=utf-8'],
    ['app://vav/assets/index-a_b.js', 'text/javascript; charset=utf-8'],
  ])('row 18: serves %s as %s', async (url, mime) => {
    const response = await ask(url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, mime]);
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/assets\\..\\..\\secret.json',
    '/%252e%252e/secret.json',
    '/....//secret.json',
    '//secret.json',
    '/./.env',
    '/.env',
    '/assets/%00',
    '/index.html%00.js',
    '/index\0.html',
    '/c:/windows/win.ini',
    '/C%3A/windows/win.ini',
    '/index.html::$DATA',
    '/etc/passwd',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/../renderer-evil/x.json',
    '/assets/link.json',
    '/assets/out/x.json',
    '/assets/tool.exe',
    '/assets',
    '/assets/',
    '/none.js',
    `/${'a'.repeat(5_000)}.js`,
    '/%',
    '/%c0%ae%c0%ae/secret.json',
    '/．．/secret.json',
  ])('row 18: gives nothing for %j', async (pathname) => {
    const response = await ask(`app://vav${pathname}`);
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
  });

  it.each([
    'app://evil/',
    'app://vav.evil/',
    'app://user@vav/',
    'app://vav:80/',
    'https://vav/',
    'file:///',
    'nothing',
  ])('row 18: does not answer for %s', async (url) => expect((await ask(url)).status).toBe(403));

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'get'])('row 18: does not take %s', async (method) => {
    expect((await ask('app://vav/', method)).status).toBe(405);
  });

  it('row 18: answers HEAD with headers alone', async () => {
    const response = await ask('app://vav/', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('row 7: gives each page a nonce of its own, in its policy and in its text', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await ask('app://vav/');
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        expect(await response.text()).toBe(`<p nonce="${nonce}"></p><i nonce="${nonce}"></i>`);
        expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('row 7: gives scripts and refusals the policy too, without a nonce', async () => {
    for (const url of ['app://vav/assets/index-a_b.js', 'app://vav/none.js', 'app://evil/']) {
      const { headers } = await ask(url);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('nonce');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(await (await ask('app://vav/assets/index-a_b.js')).text()).toContain('__CSP_NONCE__');
  });

  it('row 18: is a standard and secure scheme without more privileges than it needs', () => {
    registerAppScheme();
    expect(registerSchemesAsPrivileged.mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]],
    ]);
  });
});

it.each([
  ['http://localhost:5173', true, null],
  [undefined, false, null],
  ['https://evil.example', false, null],
  ['http://localhost.evil.example', false, null],
  ['http://localhost@evil.example', false, null],
  ['file:///', false, null],
  ['nothing', false, null],
  ['http://localhost:5173', false, { origin: 'http://localhost:5173', socket: 'ws://localhost:5173' }],
] as const)('row 1: the development server of %s, packaged: %s, is %j', (address, isPackaged, expected) => {
  expect(findDevServer({ ELECTRON_RENDERER_URL: address }, isPackaged)).toEqual(expected);
});

import { expect, it } from 'vitest';
import { csp } from '../../src/main/electron/security/csp.ts';

const parse = (policy: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );

const BASE = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

it('row 7: a page gets this policy, with its nonce on styles alone', () => {
  expect(parse(csp('abc'))).toEqual({ ...BASE, 'style-src': ["'self'", "'nonce-abc'"] });
});

it('row 7: a script or a worker gets it without a nonce', () => {
  expect(parse(csp(null))).toEqual(BASE);
});

it('row 7: no policy has a wildcard, a remote host, inline code or eval', () => {
  for (const policy of [csp('abc'), csp(null)]) expect(policy).not.toMatch(/unsafe|\*|https?:|wasm/);
});

it('row 7: development adds its inline script and its socket, and nothing else', () => {
  expect(parse(csp('abc', 'ws://localhost:5173'))).toEqual({
    ...BASE,
    'script-src': ["'self'", "'nonce-abc'"],
    'style-src': ["'self'", "'nonce-abc'"],
    'connect-src': ["'self'", 'ws://localhost:5173'],
  });
});

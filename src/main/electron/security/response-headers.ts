import { randomBytes } from 'node:crypto';
import { csp } from './csp.ts';

/** What the build writes wherever a page needs its nonce. */
const NONCE_MARK = '__CSP_NONCE__';

export function makeNonce(): string {
  return randomBytes(16).toString('base64');
}

export function putNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_MARK, nonce);
}

/** Every answer of the app protocol carries them, refusals included. */
export function securityHeaders(nonce: string | null, devSocket: string | null = null): Record<string, string> {
  return {
    'content-security-policy': csp(nonce, devSocket),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    // A page is tied to its nonce, and an update changes files under the same address.
    'cache-control': 'no-store',
  };
}

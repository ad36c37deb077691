/**
 * The content security policy of every answer of the app protocol: nothing but our own files, no inline script, no
 * eval, no frame, no string turned into markup. Mantine writes style elements, which carry the nonce of their page.
 * Workers have the policy of their own answer, so scripts get it too, without a nonce.
 */
export function csp(nonce: string | null, devSocket: string | null = null): string {
  const withNonce = nonce === null ? '' : ` 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    // The development server injects one inline script; a build has none.
    `script-src 'self'${devSocket === null ? '' : withNonce}`,
    `style-src 'self'${withNonce}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${devSocket === null ? '' : ` ${devSocket}`}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

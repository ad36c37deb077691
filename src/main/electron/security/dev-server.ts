import { makeNonce, putNonce, securityHeaders } from './response-headers.ts';

/**
 * The server behind `npm run dev`. The page keeps its address, its headers and its policy (with one inline script and
 * one socket more), so that what works in development works when built.
 */
export interface DevServer {
  readonly origin: string;
  /** Where the page hears of changed files. */
  readonly socket: string;
}

/** Set by electron-vite; never in a packaged application, and never beyond this computer. */
export function findDevServer(env: NodeJS.ProcessEnv, isPackaged: boolean): DevServer | null {
  const address = env['ELECTRON_RENDERER_URL'];
  if (isPackaged || address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isLoopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  return isLoopback && url.protocol === 'http:' ? { origin: url.origin, socket: `ws://${url.host}` } : null;
}

export async function fetchFromDevServer(address: string, dev: DevServer): Promise<Response> {
  const { pathname, search } = new URL(address);
  const answer = await fetch(new URL(pathname + search, dev.origin));
  const mime = answer.headers.get('content-type') ?? 'text/plain';
  const nonce = mime.startsWith('text/html') ? makeNonce() : null;
  const headers = { ...securityHeaders(nonce, dev.socket), 'content-type': mime };
  const body = nonce === null ? await answer.arrayBuffer() : putNonce(await answer.text(), nonce);
  return new Response(body, { status: answer.status, headers });
}

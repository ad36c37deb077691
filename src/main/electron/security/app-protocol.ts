import { protocol, type Session } from 'electron';
import fs from 'node:fs/promises';
import { SCHEME } from './app-url.ts';
import { findAsset } from './asset-path.ts';
import { fetchFromDevServer, type DevServer } from './dev-server.ts';
import { makeNonce, putNonce, securityHeaders } from './response-headers.ts';

/** Before the application is ready: afterwards Chromium would take the scheme for an opaque one. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the interface from its folder, or in development from the server that builds it. */
export function serveApp(session: Session, root: string, dev: DevServer | null): void {
  session.protocol.handle(SCHEME, (request) =>
    dev === null ? answerRequest(root, request) : fetchFromDevServer(request.url, dev),
  );
}

export async function answerRequest(root: string, { method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const asset = await findAsset(root, method, url);
  if (asset.status !== 200) return new Response(null, { status: asset.status, headers: securityHeaders(null) });
  const nonce = asset.mime.startsWith('text/html') ? makeNonce() : null;
  const headers = { ...securityHeaders(nonce), 'content-type': asset.mime };
  if (method === 'HEAD') return new Response(null, { headers });
  const content = await fs.readFile(asset.file);
  return new Response(nonce === null ? content : putNonce(content.toString('utf8'), nonce), { headers });
}

import fs from 'node:fs/promises';
import path from 'node:path';
import { isOwnUrl } from './app-url.ts';

/** What the interface is made of. A file of another kind is not served, even when it is there. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Names as the build writes them: no percent sign, so nothing is decoded; no backslash, colon, NUL or empty part; no
 * part that begins with a dot, hence no `..` and no hidden file.
 */
const PLAIN_PATH = /^(?:\/[\w@~-][\w.@~-]*)+$/;

export type Asset =
  { readonly status: 200; readonly file: string; readonly mime: string } | { readonly status: 403 | 404 | 405 };

/** The file a request is for, or why there is none. */
export async function findAsset(root: string, method: string, address: string): Promise<Asset> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  if (!isOwnUrl(address)) return { status: 403 };
  const { pathname } = new URL(address);
  const name = pathname === '/' ? '/index.html' : pathname;
  if (!PLAIN_PATH.test(name)) return { status: 403 };
  const mime = MIME_TYPES[path.extname(name)];
  if (mime === undefined) return { status: 404 };
  try {
    // What the disk says after links are followed: a link inside the folder may lead out of it.
    const folder = await fs.realpath(root);
    const file = await fs.realpath(path.join(folder, name));
    if (!file.startsWith(folder + path.sep)) return { status: 403 };
    return (await fs.stat(file)).isFile() ? { status: 200, file, mime } : { status: 404 };
  } catch {
    return { status: 404 };
  }
}

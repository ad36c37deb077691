/** Where the interface lives. Not `file:`, which would give it an origin shared with every file of the computer. */
export const SCHEME = 'app';
export const HOST = 'vav';
export const HOME_URL = `${SCHEME}://${HOST}/`;
/** The page of the person. */
export const SHARED_URL = `${HOME_URL}shared.html`;

/** `URL.parse`, which the oldest supported runtime lacks. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * Whether a URL is a page of ours. Compared part by part: for Node the origin of an `app:` URL is the string "null",
 * as it is for every other scheme it does not know.
 */
export function isOwnUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === null) return false;
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}

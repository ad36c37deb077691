import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import allowed from '../../resources/allowed-hosts.json' with { type: 'json' };
import { shellWords } from '../../src/main/electron/shell-words.ts';
import { allowedAddress, makeOpenLink } from '../../src/main/electron/security/external-links.ts';
import { silentLog } from '../../src/main/platform/log/log.ts';

const { showMessageBox, openExternal } = vi.hoisted(() => ({ showMessageBox: vi.fn(), openExternal: vi.fn() }));
vi.mock('electron', () => ({ dialog: { showMessageBox }, shell: { openExternal } }));

const HOSTS = ['france-travail.fr', 'insee.fr'];

it.each([
  'http://insee.fr/',
  'https://insee.fr.evil.example/',
  'https://evilinsee.fr/',
  'https://insee.fr@evil.example/',
  'https://user@insee.fr/',
  'https://user:pass@insee.fr/',
  'https://insee.fr:8443/',
  'https://evil.example/insee.fr',
  'https://evil.example/?https://insee.fr/',
  'https://evil.example#.insee.fr',
  'https://evil.example\\.insee.fr/',
  'https://insee.fr./',
  'https://ınsee.fr/',
  'https://fr/',
  'file:///insee.fr',
  'javascript:alert("https://insee.fr/")',
  'data:text/html,https://insee.fr/',
  'ms-msdt:https://insee.fr/',
  'mailto:a@insee.fr',
  'insee.fr',
  '//insee.fr/',
  '',
])('row 15: %j is refused', (url) => expect(allowedAddress(url, HOSTS)).toBeNull());

it.each([
  ['https://insee.fr', 'https://insee.fr/'],
  ['https://www.insee.fr/fr/a?b=c#d', 'https://www.insee.fr/fr/a?b=c#d'],
  ['HTTPS://WWW.INSEE.FR/', 'https://www.insee.fr/'],
  ['https://insee.fr:443/', 'https://insee.fr/'],
  ['https://candidat.france-travail.fr/offres', 'https://candidat.france-travail.fr/offres'],
])('row 15: %s goes to the browser as %s', (url, address) => expect(allowedAddress(url, HOSTS)).toBe(address));

it('row 15: whatever is given, what is allowed is https, on an allowed host, without user or port', () => {
  const piece = fc.constantFrom(
    'https:',
    'http:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '.',
    '#',
    '?',
    '%2f',
    '\t',
    'insee.fr',
    'www.',
    'evil.example',
    '443',
    '８',
    '。',
  );
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const address = allowedAddress(given, HOSTS);
      return address === null || /^https:\/\/(?:[^/@:?#\\]+\.)?(?:insee|france-travail)\.fr(?:[/?#]|$)/.test(address);
    }),
    { numRuns: 5_000, seed: 15 },
  );
});

it('row 15: the list holds plain lower-case hosts, sorted enough to be read', () => {
  for (const host of allowed.hosts) expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
  expect(new Set(allowed.hosts).size).toBe(allowed.hosts.length);
});

const open = makeOpenLink({ window: () => null, words: () => shellWords.fr, log: silentLog });

beforeEach(() => {
  showMessageBox.mockReset();
  openExternal.mockReset();
});

it('row 15: an address out of the list asks nothing and opens nothing', async () => {
  expect(await open('https://evil.example/')).toBe('refused');
  expect(showMessageBox).not.toHaveBeenCalled();
  expect(openExternal).not.toHaveBeenCalled();
});

it('row 15: a person who stays opens nothing, and saw the whole address', async () => {
  showMessageBox.mockResolvedValue({ response: 1 });
  expect(await open('https://www.insee.fr/fr/')).toBe('declined');
  expect(showMessageBox.mock.calls[0]?.[0]).toMatchObject({ detail: 'https://www.insee.fr/fr/', cancelId: 1 });
  expect(openExternal).not.toHaveBeenCalled();
});

it('row 15: a person who agrees opens exactly that address', async () => {
  showMessageBox.mockResolvedValue({ response: 0 });
  expect(await open('https://www.insee.fr/fr/')).toBe('opened');
  expect(openExternal.mock.calls).toEqual([['https://www.insee.fr/fr/']]);
});

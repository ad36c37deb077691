/** docs/privacy.md and docs/field-catalogue.md say all that is kept about people, and nothing that is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyringSchema } from '../../src/main/access/keyring.schema.ts';
import { FIELD_NAMES } from '../../src/shared/domain/case-file/case-file.schema.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../support/people.ts';
import { PROJECT } from '../support/project.ts';
import { secondDesk } from '../support/second-desk.ts';
import { seedFile } from '../support/valid-inputs.ts';

/** The rows of the tables of a page, by the title above them. */
function rowsOf(page: string, title: string): readonly (readonly string[])[] {
  const text = readFileSync(join(PROJECT, 'docs', page), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function namesIn(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
}

const facts = rowsOf('field-catalogue.md', 'Facts of a case file');
const columns = rowsOf('field-catalogue.md', 'The store, table by table');
const keyring = rowsOf('field-catalogue.md', 'The keyring');
const paths = rowsOf('privacy.md', 'What the data folder holds').flatMap(([path]) => namesIn(path));

describe('the catalogue of what is kept about people', () => {
  let core: PeopleCore;
  beforeAll(async () => {
    core = await peopleCore('catalogue');
    await seedFile(core);
    await core.ask('settings.set', { zoom: 110 });
    await core.refusal('access.unlock', { accountId: ACCOUNTS[1].id, passphrase: 'une autre phrase' });
  });
  afterAll(() => core.cleanup());

  test('has a row for each fact of a case file, and no other', () => {
    const named = new Set(FIELD_NAMES.map((name) => name.replace(/^project[1-5]\./, 'projectN.')));
    expect(facts.flatMap(([cell]) => namesIn(cell)).sort()).toEqual([...named].sort());
  });

  test('has an entry for each column of the store, and no other', async () => {
    const { store, close } = await secondDesk(core.dataDir);
    const kept = store.db
      .prepare<[], string>(
        `SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    close();
    const listed = columns.flatMap(([table, names]) => namesIn(names).map((name) => `${namesIn(table)[0]}.${name}`));
    expect([...listed].sort()).toEqual([...kept].sort());
  });

  test('has a row for each field of an account', () => {
    const fields = Object.keys(keyringSchema.shape.accounts.unwrap().element.shape);
    expect(keyring.flatMap(([cell]) => namesIn(cell)).sort()).toEqual(fields.sort());
  });

  test('says of each why it is kept, who sees it, and how long', () => {
    for (const row of [...facts, ...keyring])
      expect(
        row.filter((cell) => cell.length > 2),
        row[0],
      ).toHaveLength(4);
    for (const row of columns)
      expect(
        row.filter((cell) => cell.length > 2),
        row[0],
      ).toHaveLength(5);
  });

  test('names every file of a data folder', () => {
    const files = readdirSync(core.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(core.dataDir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    const known = paths.map((path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}`));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !known.some((path) => path.test(file)))).toEqual([]);
  });

  test('asks for nothing that is never asked', () => {
    const never = /\bnir\b|social|birthplace|national|marital|diagnos|photo|religion|union|ethnic|origin/i;
    expect(FIELD_NAMES.filter((name) => never.test(name))).toEqual([]);
  });
});

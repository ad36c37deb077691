/** What is asked again when a case file changed. */
import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { refreshCaseFile } from '../../../src/renderer/features/case-file/case-file.queries.ts';
import { createQueryClient } from '../../../src/renderer/platform/query-client.ts';

const MINE = { caseId: 'mine' };
const OTHER = { caseId: 'other' };
const KEYS = {
  file: ['caseFile.get', MINE],
  list: ['suggestion.forCase', { ...MINE, group: 'private' }],
  otherFile: ['caseFile.get', OTHER],
  otherList: ['suggestion.forCase', { ...OTHER, group: 'private' }],
  search: ['suggestion.employers', { romes: ['D1106'] }],
  portfolio: ['caseFile.portfolio', {}],
  corrections: ['correction.list', {}],
  tags: ['agencyTag.list', {}],
  settings: ['settings.get', {}],
} as const;
type Name = keyof typeof KEYS;

/** All of them on screen, with how often each was asked. */
async function refreshed(caseId: string | null): Promise<{ asked: readonly Name[]; stale: readonly Name[] }> {
  const client = createQueryClient();
  const asked: Name[] = [];
  const leave = Object.entries(KEYS).map(([name, queryKey]) => {
    client.setQueryData(queryKey, name);
    const queryFn = (): string => {
      asked.push(name as Name);
      return name;
    };
    return new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  });
  await refreshCaseFile(client, caseId);
  const isStale = (name: Name): boolean => client.getQueryState(KEYS[name])?.isInvalidated === true;
  const stale = (Object.keys(KEYS) as Name[]).filter(isStale);
  for (const each of leave) each();
  client.clear();
  return { asked, stale };
}

test('one file: what is shown of it and of everybody is asked once, other lists wait until one comes back to them', async () => {
  const { asked, stale } = await refreshed('mine');
  expect(asked.toSorted()).toEqual(['corrections', 'file', 'list', 'portfolio', 'tags']);
  expect(stale).toEqual(['otherList', 'search']);
});

test('no file in particular: all that people have part in is asked again', async () => {
  const { asked, stale } = await refreshed(null);
  expect(asked.toSorted()).toEqual([
    'corrections',
    'file',
    'list',
    'otherFile',
    'otherList',
    'portfolio',
    'search',
    'tags',
  ]);
  expect(stale).toEqual([]);
});

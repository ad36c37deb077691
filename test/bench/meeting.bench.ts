/** What a meeting waits for: a long file opened in the core, meeting mode on screen: `npm run bench -- meeting`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { makeCaseIntents, PROJECT, type Intent } from '../support/case-intents.ts';
import { aCore, type TestCore } from '../support/core.ts';
import { launchApp } from '../support/electron-app.ts';
import { TEST_NOW } from '../support/fixture-release.ts';
import { MeetingPage } from '../support/pages/meeting.page.ts';
import { ACCOUNTS, placeSpace } from '../support/people.ts';
import prepareDemonstration from '../support/prepare-demonstration.ts';
import { percentile, printTable } from './report.ts';

const EVENTS = 300;
const OPENINGS = 100;
/** Files whose meeting is opened on screen, each for the first time, then once more. */
const FILES = 12;
const GIVEN_UP_MS = 5_000;

interface Row {
  readonly first: string;
  readonly last: string;
  readonly closedOn: string | null;
}

export async function benchMeeting(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    await benchLongFile(dataDir);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
  const forget = await prepareDemonstration();
  try {
    await benchMeetingMode();
  } finally {
    forget();
  }
}

async function benchLongFile(dataDir: string): Promise<void> {
  await placeSpace(dataDir);
  const intents = makeCaseIntents({ seed: 300, now: TEST_NOW });
  const core = aCore(dataDir, { checksOutput: false, clock: intents });
  try {
    await core.prepare();
    const [{ id: accountId, passphrase }] = ACCOUNTS;
    await core.ask('access.unlock', { accountId, passphrase });
    const caseId = await writeLongFile(core, intents);
    const { length } = await core.ask('caseFile.timeline', { caseId });
    const parts: Record<string, number[]> = { 'caseFile.get': [], 'caseFile.timeline': [] };
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      for (const name of ['caseFile.get', 'caseFile.timeline'] as const) {
        const start = performance.now();
        await core.ask(name, { caseId });
        parts[name]?.push(performance.now() - start);
      }
    }
    const whole = (parts['caseFile.get'] ?? []).map((ms, at) => ms + (parts['caseFile.timeline']?.[at] ?? 0));
    printTable(
      `A file with ${length} events, opened in the core`,
      Object.entries({ ...parts, both: whole }).map(([what, times]) => ({
        what,
        'p50 ms': percentile(times, 50),
        'p95 ms': percentile(times, 95),
        'worst ms': percentile(times, 100),
      })),
    );
  } finally {
    core.close();
  }
}

/** A file of which much was written, through the calls of the application. */
async function writeLongFile(core: TestCore, intents: ReturnType<typeof makeCaseIntents>): Promise<string> {
  const done = async (intent: Intent | null): Promise<void> => {
    if (intent === null) return;
    const { revision = 0 } = (await core.ask(intent.name, intent.input as never)) as { readonly revision?: number };
    intents.acknowledge(intent, revision);
    intents.pass(60_000);
  };
  const creation = intents.create();
  const { caseId } = creation.input as { readonly caseId: string };
  await done(creation);
  for (const [field, value] of PROJECT) await done(intents.setField(caseId, field, value));
  const kinds = [intents.contact, intents.action, intents.aFact, intents.appointment, intents.ownEmployer];
  for (let event = 0; ; event += 1) {
    if (event % 50 === 0 && (await core.ask('caseFile.timeline', { caseId })).length >= EVENTS) return caseId;
    if (event % 10 < 8) {
      await done(intents.draw.pick(kinds)(caseId));
    } else {
      await done(intents.type(caseId));
      await done(intents.validate(caseId));
    }
  }
}

async function benchMeetingMode(): Promise<void> {
  const app = await launchApp({ isPrepared: true });
  try {
    const meeting = new MeetingPage(app.page);
    await meeting.enter();
    const portfolio = await meeting.call<readonly Row[]>('caseFile.portfolio', {});
    const isAlone = ({ last }: Row): boolean => portfolio.filter((row) => row.last === last).length === 1;
    const people = portfolio.filter((row) => row.closedOn === null && isAlone(row)).slice(0, FILES);
    const times: { first: number[]; again: number[] } = { first: [], again: [] };
    for (const { first, last } of people) {
      await meeting.openFromPortfolio(first, last);
      for (const opened of [times.first, times.again]) {
        opened.push(await msToMeeting(app.page));
        await app.page.keyboard.press('Escape');
        await expect(meeting.main).not.toHaveAccessibleName('Entretien');
      }
    }
    printTable(
      'Meeting mode, from the key to its first step in the DOM',
      Object.entries(times).map(([what, ms]) => ({
        what,
        openings: ms.length,
        'p50 ms': percentile(ms, 50),
        'p95 ms': percentile(ms, 95),
        'worst ms': percentile(ms, 100),
      })),
    );
  } finally {
    await app.close();
  }
}

/** In the page itself: what drives the browser from outside costs more than what is measured. */
function msToMeeting(page: Page): Promise<number> {
  return page.evaluate(async (givenUpMs) => {
    const isThere = (): boolean => document.querySelector('main [aria-current="step"]') !== null;
    const shown = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('The meeting never came.')), givenUpMs);
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const start = performance.now();
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', code: 'KeyB', bubbles: true, cancelable: true }));
    return (await shown) - start;
  }, GIVEN_UP_MS);
}

/**
 * The radius dragged across Paris on the establishments of a country, in the real application: `npm run bench -- drag
 * [--n 3000000]`. A kilometre a frame, as a hand goes; each event is answered by the first rows committed for it or for a
 * later one.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { CaseFilePage, newId } from '../support/pages/case-file.page.ts';
import { ADVISOR, PREPARED_WITHIN_MS } from '../support/pages/window.page.ts';
import { putCountryIn } from './country-release.ts';
import { generateEmployers, readCountry } from './national-country.ts';
import { percentile, printTable } from './report.ts';

const USUAL_COUNT = 3_000_000;
const PARIS = { communeCode: '75056', name: 'Paris' };
/** From a few thousand employers to some sixty thousand within the widest radius. */
const OCCUPATION = { rome: 'D1106', label: 'Vente en alimentation', title: 'Vente en alimentation' };
const RADII_KM = { first: 5, last: 100 };
/** Each under weights of its own, so that no answer is known from the one before. */
const PASSES = 4;

interface Dragged {
  /** From each event to the rows that answer it, in milliseconds. */
  readonly waits: readonly number[];
  /** How many times rows were committed. */
  readonly commits: number;
}

export async function benchDrag({ count = USUAL_COUNT }: { readonly count?: number } = {}): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    await makeDemonstration(dataDir);
    const country = readCountry();
    putCountryIn(path.join(dataDir, 'workspaces/demonstration/reference'), generateEmployers(country, count));
    const app = await launchApp({ dataDir });
    try {
      const file = new CaseFilePage(app.page);
      await file.enter();
      const caseId = await openList(file);
      const rows = [];
      for (const order of ['spread', 'plain'] as const) {
        if (order === 'plain') await app.page.keyboard.press('v');
        rows.push(await measured(file, caseId, order));
      }
      printTable(
        `The radius dragged from ${RADII_KM.first} to ${RADII_KM.last} km around Paris, ${count.toLocaleString('en')} establishments`,
        rows,
      );
    } finally {
      await app.close();
    }
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** As the first start does, then closed: its release is replaced while nobody reads it. */
async function makeDemonstration(dataDir: string): Promise<void> {
  const app = await launchApp({ dataDir });
  const file = new CaseFilePage(app.page);
  await file.tryDemonstration.click();
  await file.useAccount(ADVISOR).waitFor({ timeout: PREPARED_WITHIN_MS });
  await app.close();
}

/** A person who looks around Paris, their list on screen, with what can be moved above it. */
async function openList(file: CaseFilePage): Promise<string> {
  const caseId = newId();
  await file.command('caseFile.create', { caseId, first: 'Zoé', last: 'Rayon', phone: '', supportMode: null });
  await file.setField(caseId, 'project1.occupation', OCCUPATION);
  await file.setField(caseId, 'project1.place', PARIS);
  await file.openFromPortfolio('Zoé', 'Rayon');
  await file.open('Entreprises');
  await file.rows.first().waitFor();
  await file.page.keyboard.press('s');
  await file.page.locator('.what-if input').first().waitFor();
  return caseId;
}

async function measured(
  file: CaseFilePage,
  caseId: string,
  order: 'spread' | 'plain',
): Promise<Readonly<Record<string, string | number>>> {
  const { counts, core, trip } = await counted(file.page, caseId, order);
  const waits: number[] = [];
  let commits = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    await moveTo(file.page, { slider: 1, value: 600 - 100 * pass });
    await moveTo(file.page, { slider: 0, value: RADII_KM.first });
    const start = counts.get(RADII_KM.first) ?? 0;
    await file.page.locator(`#case-results[aria-busy=false] [aria-rowcount="${start + 1}"]`).waitFor();
    const dragged = await drag(file.page, counts);
    waits.push(...dragged.waits);
    commits += dragged.commits;
  }
  return {
    order: order === 'spread' ? 'varied (the usual one)' : 'plain',
    events: waits.length,
    commits,
    'event to rows p50 ms': percentile(waits, 50),
    'p95 ms': percentile(waits, 95),
    'worst ms': percentile(waits, 100),
    'over 16 ms': `${Math.round((100 * waits.filter((wait) => wait > 16).length) / waits.length)} %`,
    'in the core p50 / p95 ms': `${percentile(core, 50)} / ${percentile(core, 95)}`,
    'call and answer p50 / p95 ms': `${percentile(trip, 50)} / ${percentile(trip, 95)}`,
  };
}

/** How many employers each radius has, which is how an answer is known on screen; and what a call alone takes. */
async function counted(page: Page, caseId: string, order: 'spread' | 'plain') {
  const asked = await page.evaluate(
    async ({ query, first, last }) => {
      const answers = [];
      for (let radiusKm = first; radiusKm <= last; radiusKm += 1) {
        const start = performance.now();
        const answer = await window.vav.call('suggestion.forCase', { ...query, radiusKm });
        if (!answer.ok) throw new Error(answer.error.message);
        const { page: list } = answer.data as { readonly page: { readonly eligible: number } };
        answers.push({ radiusKm, count: list.eligible, core: answer.meta.ms, trip: performance.now() - start });
      }
      return answers;
    },
    { query: { caseId, group: 'private', sections: [], sizes: [], order, offset: 0, limit: 40 }, ...RADII_KM },
  );
  return {
    counts: new Map(asked.map(({ radiusKm, count }) => [radiusKm, count] as const)),
    core: asked.map(({ core }) => core),
    trip: asked.map(({ trip }) => trip),
  };
}

async function moveTo(page: Page, to: { readonly slider: number; readonly value: number }): Promise<void> {
  await page.evaluate(({ slider, value }) => {
    const input = document.querySelectorAll<HTMLInputElement>('.what-if input')[slider];
    if (input === undefined) throw new Error('There is no such slider.');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(value));
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, to);
}

/** In the page itself, at the pace of its frames: what drives the browser from outside costs more than what is measured. */
function drag(page: Page, counts: ReadonlyMap<number, number>): Promise<Dragged> {
  return page.evaluate(
    async ({ radiusOfCount, first, last, givenUpMs }): Promise<Dragged> => {
      const input = document.querySelector<HTMLInputElement>('.what-if input');
      const table = document.querySelector('[role=treegrid]');
      if (input === null || table === null) throw new Error('The list is not on screen.');
      const known = new Map(radiusOfCount);
      const waiting: { readonly radiusKm: number; readonly at: number }[] = [];
      const waits: number[] = [];
      let commits = 0;
      let onAnswer = (): void => undefined;
      const observer = new MutationObserver(() => {
        const radiusKm = known.get(Number(table.getAttribute('aria-rowcount')) - 1) ?? 0;
        const before = waits.length;
        while (waiting[0] !== undefined && waiting[0].radiusKm <= radiusKm) {
          waits.push(performance.now() - (waiting.shift()?.at ?? 0));
        }
        if (waits.length > before) commits += 1;
        onAnswer();
      });
      observer.observe(table, { attributes: true, childList: true, characterData: true, subtree: true });
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      for (let radiusKm = first + 1; radiusKm <= last; radiusKm += 1) {
        await new Promise(requestAnimationFrame);
        waiting.push({ radiusKm, at: performance.now() });
        setValue?.call(input, String(radiusKm));
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      await new Promise<void>((resolve, reject) => {
        setTimeout(() => reject(new Error(`${waiting.length} events were not answered.`)), givenUpMs);
        onAnswer = () => {
          if (waiting.length === 0) resolve();
        };
        onAnswer();
      });
      observer.disconnect();
      return { waits, commits };
    },
    {
      radiusOfCount: [...counts].map(([radiusKm, count]) => [count, radiusKm] as const),
      ...RADII_KM,
      givenUpMs: GIVEN_UP_MS,
    },
  );
}

const GIVEN_UP_MS = 20_000;

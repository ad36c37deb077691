/** The portfolio on screen with the files of one advisor, in the real application: `npm run bench -- portfolio`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { PortfolioPage } from '../support/pages/portfolio.page.ts';
import { ACCOUNTS } from '../support/people.ts';
import { manyFiles } from './many-files.ts';
import { percentile, printTable } from './report.ts';

const FILES = 5_000;
const ROUNDS = 15;
/** Each finds other people than the one before: what changes nothing on screen could not be timed. */
const FILTERS = ['sow', 'weber', 'ha', 'robert', ''] as const;
const GIVEN_UP_MS = 5_000;

type Act =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'click'; readonly role: 'columnheader' | 'pill' | 'rail'; readonly index: number };

interface Times {
  /** From the input to the change of the page that shows its answer. */
  readonly dom: number;
  /** From that change to the frame that paints it. */
  readonly paint: number;
}

export async function benchPortfolio(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    await manyFiles(dataDir, FILES, Date.now());
    const app = await launchApp({ dataDir });
    try {
      const portfolio = new PortfolioPage(app.page);
      await portfolio.passphrase.fill(ACCOUNTS[0].passphrase);
      await portfolio.submitPassphrase.click();
      await portfolio.rows.first().waitFor();
      printTable(`The portfolio on screen, ${FILES.toLocaleString('en')} people`, await measured(app.page));
    } finally {
      await app.close();
    }
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(page: Page): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const groups = {
    'filter by words': FILTERS.map((text) => ({ kind: 'type', text }) as const),
    'filter by a pill, and back': [0, 0, 1, 1].map((index) => ({ kind: 'click', role: 'pill', index }) as const),
    'sort by a column': [0, 1, 2, 3, 4, 0].map((index) => ({ kind: 'click', role: 'columnheader', index }) as const),
    'leave the list, and come back': [1, 0].map((index) => ({ kind: 'click', role: 'rail', index }) as const),
  } satisfies Record<string, readonly Act[]>;
  const rows = [];
  for (const [what, acts] of Object.entries(groups) as [string, readonly Act[]][]) {
    const times: Times[] = [];
    for (let round = 0; round < ROUNDS; round += 1) for (const act of acts) times.push(await timed(page, act));
    const [dom, paint] = [times.map((time) => time.dom), times.map((time) => time.paint)];
    rows.push({
      what,
      inputs: times.length,
      'to DOM p50 ms': percentile(dom, 50),
      'to DOM p95 ms': percentile(dom, 95),
      'worst ms': percentile(dom, 100),
      'paint after p50 ms': percentile(paint, 50),
      'paint after p95 ms': percentile(paint, 95),
    });
  }
  return rows;
}

/** In the page itself: what drives the browser from outside costs more than what is measured. */
function timed(page: Page, act: Act): Promise<Times> {
  return page.evaluate(
    async ({ asked, givenUpMs }): Promise<Times> => {
      const all = (selector: string): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
      const shown = (): string => {
        const heads = all('[role=columnheader]').map((head) => head.getAttribute('aria-sort'));
        const first = all('[role=grid] [role=gridcell]').slice(0, 5);
        const count = all('[role=grid]')[0]?.getAttribute('aria-rowcount') ?? 'none';
        return [
          count,
          ...heads,
          ...first.map((cell) => cell.textContent),
          document.querySelector('h1')?.textContent,
        ].join();
      };
      const perform = (): void => {
        if (asked.kind === 'type') {
          const field = document.querySelector<HTMLInputElement>('[role=search] input');
          if (field === null) throw new Error('There is no search field.');
          const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
          value?.set?.call(field, asked.text);
          field.dispatchEvent(new InputEvent('input', { bubbles: true, data: asked.text }));
          return;
        }
        const selectors = { columnheader: '[role=columnheader] button', pill: '.pills button', rail: 'nav button' };
        const target = all(selectors[asked.role])[asked.index];
        if (target === undefined) throw new Error(`There is no ${asked.role} ${asked.index}.`);
        target.click();
      };
      const before = shown();
      const changed = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`Nothing changed on screen: ${JSON.stringify(asked)}`)), givenUpMs);
        const observer = new MutationObserver(() => {
          if (shown() === before) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      const start = performance.now();
      perform();
      const dom = await changed;
      const painted = await new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          // A message is heard after the frame of this callback was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      return { dom: dom - start, paint: painted - dom };
    },
    { asked: act, givenUpMs: GIVEN_UP_MS },
  );
}

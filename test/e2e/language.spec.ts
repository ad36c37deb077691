import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import en from '../../src/renderer/i18n/en.json' with { type: 'json' };
import fr from '../../src/renderer/i18n/fr.json' with { type: 'json' };
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { EmployersPage } from '../support/pages/employers.page.ts';
import { SettingsPage } from '../support/pages/settings.page.ts';

/** Language and theme change at once, everywhere, and are found again. */
test.describe.configure({ mode: 'serial' });

let dataDir: string;
let app: RunningApp;
let list: EmployersPage;
let settings: SettingsPage;

async function start(): Promise<void> {
  app = await launchApp({ dataDir, isPrepared: true });
  list = new EmployersPage(app.page);
  settings = new SettingsPage(app.page);
  await list.ready();
}

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-language-'));
  await start();
  await list.search('vendeuse boulangerie', 'metz');
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** What the demonstration says of its own vintage: data, not words of the interface. */
const DATA = new Set([
  'Démonstration, données générées',
  // The name of a sector, which a message with values in it happens to look like.
  'Commerce de détail alimentaire sur éventaires et marchés',
]);

type Messages = { readonly [key: string]: string | Messages };

function leaves(messages: Messages): readonly string[] {
  return Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)));
}

/** A message as a pattern of what it may become on screen. Those that are little but blanks would match anything. */
function patterns(messages: Messages): readonly RegExp[] {
  return leaves(messages)
    .filter((message) => message.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(/[^\p{L}]/gu, '').length >= 3)
    .map((message) => {
      const parts = message.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${parts.join('.+').replaceAll(/\s/g, '\\s')}$`, 'u');
    });
}

/** Everything the page says, to the eye and to a screen reader, but the data themselves. */
async function wordsOnScreen(): Promise<readonly string[]> {
  return app.page.evaluate(() => {
    const words: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'placeholder', 'title']) words.push(element.getAttribute(name) ?? '');
      // Numbers and units come as values in a message: a sentence may be of several nodes.
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? '');
    }
    return words.map((text) => text.trim()).filter((text) => text !== '');
  });
}

async function wordsIn(messages: Messages, others: Messages): Promise<readonly string[]> {
  const [own, other] = [patterns(messages), patterns(others)];
  const isFrom = (list: readonly RegExp[], text: string): boolean => list.some((pattern) => pattern.test(text));
  return (await wordsOnScreen()).filter((text) => !DATA.has(text) && isFrom(own, text) && !isFrom(other, text));
}

test('in French, not a word of English on the list', async () => {
  expect((await wordsIn(fr, en)).length).toBeGreaterThan(20);
  expect(await wordsIn(en, fr)).toEqual([]);
});

test('English comes at once, and leaves no French behind on any screen', async () => {
  await settings.open();
  await settings.choice('English').click();
  await expect(settings.title).toHaveText('Settings');
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
  for (const screen of [en.screens.settings, en.screens.data, en.screens.about, en.screens.employers]) {
    await settings.railItem(screen).click();
    await app.page.getByRole('main', { name: screen }).waitFor();
    await settings.title.waitFor();
    expect(await wordsIn(fr, en), screen).toEqual([]);
  }
  // The search was kept, and its explanation speaks English too.
  await app.page.getByRole('treegrid').getByRole('row', { level: 1 }).first().click();
  await app.page.getByRole('button', { name: en.why.showCalculation }).click();
  await app.page.getByRole('table').first().waitFor();
  expect(await wordsIn(fr, en), 'explanation').toEqual([]);
  expect((await wordsIn(en, fr)).length).toBeGreaterThan(20);
  await app.page.keyboard.press('Escape');
});

test('the dark theme comes at once', async () => {
  await settings.open();
  const ground = (): Promise<string> =>
    app.page.evaluate(() => getComputedStyle(document.body).getPropertyValue('background-color'));
  await settings.choice('Light').click();
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  const light = await ground();
  await settings.choice('Dark').click();
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect.poll(ground).not.toBe(light);
});

test('the next day, both are as they were left; and French comes back', async () => {
  await endJourney(app);
  await start();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(en.start.title);
  await settings.open();
  await expect(settings.choice('Dark')).toBeChecked();
  await settings.choice('Français').click();
  await expect(settings.title).toHaveText('Réglages');
  expect(await wordsIn(en, fr)).toEqual([]);
});

import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectAccessible as expectNothingToSay } from '../support/axe.ts';
import { REFERENCE_FOLDER } from '../support/e2e-folders.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { DataPage } from '../support/pages/data.page.ts';
import { DayPage } from '../support/pages/day.page.ts';
import { EmployersPage } from '../support/pages/employers.page.ts';
import { SettingsPage } from '../support/pages/settings.page.ts';

/** Every screen, panel and dialog, in both themes: what a machine can tell of its accessibility. */
const axe = { tag: '@axe' };

let dataDir: string;
let app: RunningApp;
let list: EmployersPage;
let data: DataPage;
let day: DayPage;

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-axe-'));
  app = await launchApp({ dataDir, isPrepared: true });
  list = new EmployersPage(app.page);
  data = new DataPage(app);
  day = new DayPage(app.page);
  await list.ready();
  await setContentSize(1280, 800);
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

async function setContentSize(width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(width);
}

type Settings = { readonly theme?: 'light' | 'dark'; readonly zoom?: number; readonly language?: 'fr' | 'en' };

async function set(settings: Settings): Promise<void> {
  await app.page.evaluate((wanted) => window.vav.call('settings.set', wanted), settings);
  const root = app.page.locator('html');
  if (settings.theme) await expect(root).toHaveAttribute('data-mantine-color-scheme', settings.theme);
  if (settings.language) await expect(root).toHaveAttribute('lang', settings.language);
}

const expectAccessible = (ignored: readonly string[] = []): Promise<void> => expectNothingToSay(app.page, ignored);

const bakeries = (): Promise<void> => list.search('vendeuse boulangerie', 'metz');
const press = (key: string): Promise<void> => app.page.keyboard.press(key);

async function openPill(name: RegExp): Promise<void> {
  await bakeries();
  await list.pill(name).click();
  await app.page.getByRole('dialog').waitFor();
}

async function showWhy(): Promise<void> {
  await bakeries();
  await press('Enter');
  await list.why.getByRole('button', { name: 'Voir le calcul' }).waitFor();
}

async function toEmployers(): Promise<void> {
  if ((await app.page.getByRole('main', { name: 'Entreprises' }).count()) === 0) await list.goTo('Entreprises');
}

/** A day with meetings, whatever the day it is. */
async function toWorkingDay(): Promise<void> {
  await day.goTo('Journée');
  await day.nextWorkingDay();
}

async function toMeeting(): Promise<void> {
  await toWorkingDay();
  await day.enterMeetings();
}

async function leaveLayer(): Promise<void> {
  await press('Escape');
  await list.goTo('Entreprises');
}

/** Each view: its name, how one gets there, and how one leaves it. */
const views: readonly (readonly [string, () => Promise<void>, (() => Promise<void>)?])[] = [
  ['the first visit', async () => list.title.waitFor()],
  ['the list', bakeries],
  [
    'answers while typing',
    async () => {
      await toEmployers();
      await list.occupation.fill('bou');
      await app.page.getByRole('option').first().waitFor();
    },
    async () => {
      // Once for the answers, once for the field.
      await press('Escape');
      await press('Escape');
    },
  ],
  ['why this employer', showWhy, () => press('Escape')],
  [
    'the calculation',
    async () => {
      await showWhy();
      await list.why.getByRole('button', { name: 'Voir le calcul' }).click();
      await list.calculation.waitFor();
    },
    () => press('Escape'),
  ],
  ['the panel of the distance', () => openPill(/km depuis/), () => press('Escape')],
  ['the panel of the sectors', () => openPill(/^Tous secteurs/), () => press('Escape')],
  ['the panel of the sizes', () => openPill(/^Toutes tailles/), () => press('Escape')],
  ['the panel of the order', () => openPill(/^Ordre varié/), () => press('Escape')],
  [
    'public employers',
    async () => {
      await list.search('agent entretien nettoyage', 'metz');
      await list.tab(/^Employeurs publics/).click();
      await app.page.getByRole('region', { name: 'Comment y entrer' }).waitFor();
      await list.settled();
    },
  ],
  [
    'few employers',
    async () => {
      await list.search('auxiliaire de vie', 'metz');
      await list.widening.waitFor();
    },
  ],
  [
    'the page of an employer',
    async () => {
      await bakeries();
      await press('o');
      await app.page.getByRole('heading', { name: 'Comment approcher' }).waitFor();
    },
    () => press('Escape'),
  ],
  [
    'the list of keys',
    async () => {
      await bakeries();
      await press('?');
      await list.keysDialog.waitFor();
    },
    () => press('Escape'),
  ],
  ['the day', toWorkingDay, () => list.goTo('Entreprises')],
  [
    'the week',
    async () => {
      await toWorkingDay();
      await day.show('Semaine');
      await day.week.waitFor();
    },
    () => list.goTo('Entreprises'),
  ],
  [
    'the list of meetings',
    async () => {
      await toWorkingDay();
      await day.show('Liste');
      await day.meetings.first().waitFor();
    },
    () => list.goTo('Entreprises'),
  ],
  [
    'a meeting to move',
    async () => {
      await toMeeting();
      await press('m');
      await day.dialog.getByRole('group', { name: 'Moments libres' }).getByRole('button').first().waitFor();
    },
    leaveLayer,
  ],
  [
    'the menu of a presence',
    async () => {
      await toMeeting();
      await press('Tab');
      await press('Enter');
      await app.page.getByRole('menu').waitFor();
    },
    leaveLayer,
  ],
  ['the settings', () => list.goTo('Réglages'), () => list.goTo('Entreprises')],
  ['about', () => list.goTo('À propos'), () => list.goTo('Entreprises')],
  ['the data', () => data.goTo('Données'), () => list.goTo('Entreprises')],
  [
    'the preview of an import',
    async () => {
      await data.chooseFolder(REFERENCE_FOLDER);
      await data.start.waitFor();
    },
    async () => {
      await app.page.getByRole('button', { name: 'Laisser ce dossier' }).click();
      await list.goTo('Entreprises');
    },
  ],
  [
    'the report of an import',
    async () => {
      await data.importFolder(REFERENCE_FOLDER);
      await app.page.getByText(/^establishments\.csv\s:\s9\slignes refusées$/).click();
    },
    async () => {
      await data.leaveForDemonstration();
      await list.goTo('Entreprises');
    },
  ],
];

for (const theme of ['light', 'dark'] as const) {
  for (const [name, reach, leave] of views) {
    test(`${name}, ${theme} @axe`, axe, async () => {
      await set({ theme });
      await reach();
      await expectAccessible();
      await leave?.();
    });
  }
}

test('the explanation in English @axe', axe, async () => {
  await showWhy();
  await set({ language: 'en', theme: 'light' });
  await expectAccessible();
  await set({ language: 'fr' });
  await press('Escape');
});

const overflow = (): Promise<number> =>
  app.page.evaluate(() => {
    const page = document.scrollingElement ?? document.body;
    return page.scrollWidth - page.clientWidth;
  });

test('text twice as large does not make the page scroll sideways @axe', axe, async () => {
  await showWhy();
  await set({ zoom: 200 });
  for (const screen of ['Journée', 'Données', 'Réglages', 'À propos', 'Entreprises'] as const) {
    await list.goTo(screen);
    await expect.poll(overflow, screen).toBeLessThanOrEqual(0);
  }
  await expectAccessible();
  await set({ zoom: 100 });
});

test('the width of a telephone, as at 400 %, does not make the page scroll sideways @axe', axe, async () => {
  await bakeries();
  // The window has a least size; the page itself is drawn narrower.
  const devtools = await app.page.context().newCDPSession(app.page);
  const size = { width: 320, height: 640, deviceScaleFactor: 1, mobile: false };
  await devtools.send('Emulation.setDeviceMetricsOverride', size);
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(320);
  for (const screen of ['Journée', 'Réglages', 'À propos', 'Données', 'Entreprises'] as const) {
    await list.goTo(screen);
    await expect.poll(overflow, screen).toBeLessThanOrEqual(0);
  }
  await expectAccessible();
  await devtools.send('Emulation.clearDeviceMetricsOverride');
});

for (const [name, media] of [
  ['reduced motion', { reducedMotion: 'reduce' }],
  ['the forced colours of the system', { forcedColors: 'active' }],
] as const) {
  test(`with ${name}, one still sees where the focus is @axe`, axe, async () => {
    await app.page.emulateMedia(media);
    await bakeries();
    for (const target of [list.focusedRow, list.pill(/km depuis/), list.tab(/^Entreprises/)]) {
      await list.tabTo(target, 'Shift+Tab');
      const ring = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
      });
      expect(ring, String(target)).toBeGreaterThanOrEqual(2);
    }
    if (name === 'reduced motion') {
      const moving = await app.page.evaluate(() => document.getAnimations().length);
      expect(moving, 'nothing moves').toBe(0);
    } else {
      // Computed styles go on telling our colours, though the system draws its own.
      await expectAccessible(['color-contrast']);
    }
    await app.page.emulateMedia({ reducedMotion: null, forcedColors: null });
  });
}

test('the settings say their names to a screen reader @axe', axe, async () => {
  const settings = new SettingsPage(app.page);
  await settings.open();
  for (const group of ['Langue', 'Apparence', 'Taille du texte']) {
    await expect(app.page.getByRole('group', { name: group })).toBeVisible();
  }
  await expectAccessible();
});

import { expect, test } from '@playwright/test';
import en from '../../src/renderer/i18n/en.json' with { type: 'json' };
import fr from '../../src/renderer/i18n/fr.json' with { type: 'json' };
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { expectFocusSeen } from '../support/focus.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';

/** Every screen of an advisor with the keyboard alone, in both languages and both themes. */
test.describe.configure({ mode: 'serial' });

const WORDS = { fr, en } as const;
type Language = keyof typeof WORDS;

let app: RunningApp;
let file: CaseFilePage;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const busy = () => app.page.locator('[aria-busy=true]');

/** By a few letters, as one goes anywhere. */
async function goByPalette(words: string): Promise<void> {
  await press('Control+k');
  await expect(file.palette.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.type(words);
  await expect(file.palette.getByRole('option', { selected: true })).toContainText(words);
  await press('Enter');
  await expect(file.palette).toBeHidden();
}

/** The focus is somewhere one sees, wherever Tab and Shift+Tab take it from there; and a machine has nothing to say. */
async function walk(steps: number): Promise<void> {
  await expect(busy()).toHaveCount(0);
  for (let step = 0; step < steps; step += 1) {
    await press('Tab');
    await expectFocusSeen(app.page);
  }
  await press('Shift+Tab');
  await expectFocusSeen(app.page);
  await expectAccessible(app.page);
}

async function set(language: Language, theme: 'light' | 'dark'): Promise<void> {
  await app.page.evaluate((wanted) => window.vav.call('settings.set', wanted), { language, theme });
  await expect(app.page.locator('html')).toHaveAttribute('lang', language);
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

for (const [language, theme, steps] of [
  ['fr', 'light', 14],
  ['en', 'dark', 2],
] as const) {
  test(`every screen by keyboard, ${language}, ${theme} @axe`, { tag: '@axe' }, async () => {
    test.slow();
    const { screens, caseFile, settings } = WORDS[language];
    const parts = app.page.getByRole('tablist', { name: caseFile.parts });
    await set(language, theme);
    for (const screen of ['day', 'portfolio', 'employers', 'data', 'about'] as const) {
      await goByPalette(screens[screen]);
      await expect(app.page.getByRole('main', { name: screens[screen] })).toBeVisible();
      await walk(steps);
    }
    for (const section of Object.values(settings.sections)) {
      await goByPalette(section);
      await expect(app.page.getByRole('tab', { name: section, selected: true })).toBeVisible();
      await walk(2);
    }
    await goByPalette('Nadia Ferrand');
    await expect(file.title).toHaveText('Nadia Ferrand');
    for (const [index, tab] of (['summary', 'situation', 'employers', 'plan', 'notes'] as const).entries()) {
      await press(String(index + 1));
      await expect(parts.getByRole('tab', { name: caseFile.tabs[tab], selected: true })).toBeVisible();
      await walk(steps);
    }
    await press('Control+k');
    await expect(file.palette.getByRole('option').first()).toBeVisible();
    await expectFocusSeen(app.page);
    await expectAccessible(app.page);
    await press('Escape');
    await expect(file.palette).toBeHidden();
  });
}

test('an employer is reached from the list, read, and left for the same row', async () => {
  await set('fr', 'light');
  // In a file these words are first those of its own part.
  await goByPalette(fr.screens.portfolio);
  await goByPalette(fr.screens.employers);
  await app.page.getByRole('combobox', { name: fr.occupation.field }).focus();
  await app.page.keyboard.type('vendeuse boulangerie');
  await app.page.getByRole('option').first().waitFor();
  await press('Enter');
  const place = app.page.getByRole('combobox', { name: fr.place.field });
  await place.focus();
  await app.page.keyboard.type('metz');
  await app.page.getByRole('option').first().waitFor();
  await press('Enter');
  const rows = app.page.getByRole('treegrid').getByRole('row', { level: 1 });
  await rows.first().waitFor();
  await file.tabTo(rows.first());
  await press('o');
  await expect(app.page.getByRole('main', { name: fr.screens.employer })).toBeVisible();
  await walk(6);
  await press('Escape');
  await expect(rows.first()).toBeFocused();
});

/** Pictures of what is about people: the first steps, the day, the portfolio, the palette, a file, the settings of one's account. */
import type { Page } from '@playwright/test';
import type { RunningApp } from './electron-app.ts';
import { DayPage } from './pages/day.page.ts';
import { ADVISOR, WindowPage } from './pages/window.page.ts';
import { goTo, setTheme, shooter, showList, THEMES } from './screen-pictures.ts';

/** The first unlocking of an advisor. */
export async function shootFirstSteps(page: Page, gate: WindowPage): Promise<void> {
  await gate.useAccount(ADVISOR).click();
  await gate.firstSteps.waitFor();
  for (const step of [1, 2, 3] as const) {
    for (const theme of THEMES) {
      await setTheme(page, theme);
      await shooter(page, theme)(`first-steps-${step}`);
    }
    if (step < 3) await gate.firstSteps.getByRole('button', { name: 'Suivant' }).click();
  }
  await gate.firstSteps.getByRole('button', { name: 'Commencer' }).click();
  await gate.firstSteps.waitFor({ state: 'hidden' });
}

/** The day with its meetings, the week, the list, and what opens over them. */
export async function shootDay({ page }: RunningApp, theme: string): Promise<void> {
  const shoot = shooter(page, theme);
  const day = new DayPage(page);
  await goTo(page, 'Journée');
  await day.nextWorkingDay();
  await day.enterMeetings();
  await shoot('day');
  await page.keyboard.press('m');
  await day.dialog.getByRole('group', { name: 'Moments libres' }).getByRole('button').first().waitFor();
  await shoot('move-meeting');
  await page.keyboard.press('Escape');
  await day.dialog.waitFor({ state: 'hidden' });
  for (const [span, name] of [
    ['Semaine', 'week'],
    ['Liste', 'agenda-list'],
  ] as const) {
    await day.show(span);
    await shoot(name);
  }
}

/** The portfolio and what opens over it. */
export async function shootPeople({ page }: RunningApp, theme: string): Promise<void> {
  const shoot = shooter(page, theme);
  const dialog = page.getByRole('dialog');
  await goTo(page, 'Personnes');
  await showList(page);
  await shoot('portfolio');
  await shootPalette(page, shoot);
  // Letters act on the row that has the focus.
  await page.keyboard.press('ArrowDown');
  for (const [key, name] of [
    ['c', 'contact'],
    ['n', 'create-file'],
  ] as const) {
    await page.keyboard.press(key);
    await dialog.getByRole('textbox').first().waitFor();
    await shoot(name);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByRole('button', { name: 'Exporter' }).click();
  await dialog.getByRole('textbox').waitFor();
  await shoot('export');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** The palette: before anything is typed, and its answers; what it opens. */
async function shootPalette(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const { palette } = new WindowPage(page);
  await page.keyboard.press('Control+k');
  await palette.getByRole('option').first().waitFor();
  await shoot('palette');
  await page.keyboard.type('ferrand');
  await palette.getByRole('option', { name: /^Nadia Ferrand/ }).waitFor();
  await shoot('palette-people');
  await page.keyboard.press('Escape');
  await openByPalette(page, 'Chercher dans mes notes');
  await page.keyboard.type('boulangeries');
  await page.getByRole('dialog').getByText('Nadia Ferrand').first().waitFor();
  await shoot('note-search');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function openByPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await new WindowPage(page).palette.getByRole('option', { name: words }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
}

/** One file, tab by tab, and its end. */
export async function shootCaseFile({ page }: RunningApp, theme: string): Promise<void> {
  const shoot = shooter(page, theme);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nadia ferrand');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Nadia Ferrand' }).waitFor();
  await page.keyboard.press('1');
  await page.getByText('Ce que j’ai promis').waitFor();
  await shoot('case-summary');
  await page.keyboard.press('2');
  await page.getByText('Comment l’appeler, comment la joindre').waitFor();
  await shoot('case-situation');
  await page.keyboard.press('3');
  await showList(page);
  await shoot('case-employers');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Pourquoi / }).waitFor();
  await shoot('case-why');
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await page.getByRole('region', { name: 'Note en cours' }).waitFor();
  await shoot('case-notes');
  await openByPalette(page, 'Fermer le dossier…');
  await shoot('close-file');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await goTo(page, 'Personnes');
}

/** The settings, section by section, and what going back to a copy would lose. */
export async function shootSettings(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await goTo(page, 'Réglages');
  for (const [section, name] of [
    ['Affichage', 'settings'],
    ['Sécurité', 'settings-security'],
    ['Copies', 'settings-copies'],
    ['Étiquettes de l’agence', 'settings-tags'],
    ['Conservation', 'settings-retention'],
    ['Poste', 'settings-workstation'],
  ] as const) {
    await page.getByRole('tab', { name: section }).click();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await shoot(name);
    if (section !== 'Copies') continue;
    await page
      .getByRole('row')
      .getByRole('button', { name: /^Revenir/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await shoot('restore');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
}

/**
 * Every screen of the application, in both themes, at 1280 × 800, and the list at other sizes: `npm run screenshots`
 * writes them to docs/screens. They show the demonstration and the authored fixtures, never real data.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { launchApp, type RunningApp } from './electron-app.ts';

const OUT = path.resolve(process.argv[2] ?? 'docs/screens');
const FIXTURES = fileURLToPath(new URL('fixtures/reference', import.meta.url));
const THEMES = ['light', 'dark'] as const;

async function main(): Promise<void> {
  fs.mkdirSync(OUT, { recursive: true });
  const app = await launchApp();
  try {
    await resize(app, 1280, 800);
    await searchBakeries(app.page);
    for (const theme of THEMES) {
      await setTheme(app.page, theme);
      await shootScreens(app, theme);
    }
    await setTheme(app.page, 'light');
    await shootSizes(app);
  } finally {
    await app.close();
  }
  await shootImport();
}

async function shootScreens({ page }: RunningApp, theme: string): Promise<void> {
  const shoot = shooter(page, theme);
  await goTo(page, 'Entreprises');
  await showList(page);
  await shoot('employers');
  await openRow(page, 2);
  await shoot('why');
  await page.getByRole('button', { name: 'Voir le calcul' }).click();
  await shoot('calculation');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /Employeurs publics/ }).click();
  await shoot('public');
  await page.getByRole('tab', { name: /^Entreprises/ }).click();
  await openRow(page, 1);
  await page.keyboard.press('o');
  await page.getByText('Comment approcher').waitFor();
  await shoot('employer');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await shoot('keys');
  await page.keyboard.press('Escape');
  for (const [screen, name] of [
    ['Données', 'data'],
    ['Réglages', 'settings'],
    ['À propos', 'about'],
  ] as const) {
    await goTo(page, screen);
    await shoot(name);
  }
  await goTo(page, 'Entreprises');
}

async function shootSizes(app: RunningApp): Promise<void> {
  const { page } = app;
  await showList(page);
  await openRow(page, 1);
  await resize(app, 1920, 1080);
  await shooter(page, 'light')('why-1920x1080');
  await resize(app, 1280, 800);
  await app.page.evaluate(() => window.vav.call('settings.set', { zoom: 200 }));
  await shooter(page, 'light')('why-zoom-200');
  await app.page.evaluate(() => window.vav.call('settings.set', { zoom: 100 }));
}

/** The first visit and an import, in a folder of their own. */
async function shootImport(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-screens-'));
  const app = await launchApp({ dataDir });
  try {
    await resize(app, 1280, 800);
    const shoot = shooter(app.page, 'light');
    await app.page.getByRole('combobox').first().waitFor();
    await shoot('first-visit');
    await goTo(app.page, 'Données');
    await app.electron.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    }, FIXTURES);
    await app.page.getByRole('button', { name: /Choisir un dossier/ }).click();
    await app.page.getByRole('button', { name: 'Commencer l’import' }).waitFor();
    await shoot('import-preview');
    await app.page.getByRole('button', { name: 'Commencer l’import' }).click();
    await app.page
      .getByText(/lignes? refusées?/)
      .first()
      .waitFor();
    await shoot('import-report');
  } finally {
    await app.close();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function searchBakeries(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Métier' }).fill('vendeuse boulangerie');
  await page.getByRole('option', { name: /Vendeuse en boulangerie/ }).click();
  await page.getByRole('combobox', { name: 'Autour de' }).fill('Metz');
  await page.getByRole('option', { name: /^Metz\b.*57000/ }).click();
  await showList(page);
}

async function showList(page: Page): Promise<void> {
  await page.getByRole('rowheader').or(page.getByRole('gridcell')).first().waitFor();
}

async function openRow(page: Page, index: number): Promise<void> {
  const row = page.getByRole('row').nth(index);
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  await page.getByText('Pourquoi cette entreprise').waitFor();
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: screen }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((wanted) => window.vav.call('settings.set', { theme: wanted }), theme);
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
}

async function resize({ electron }: RunningApp, width: number, height: number): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

function shooter(page: Page, theme: string): (name: string) => Promise<void> {
  return async (name) => {
    await page.screenshot({ path: path.join(OUT, `${name}-${theme}.png`), animations: 'disabled' });
  };
}

await main();

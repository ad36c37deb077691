/** How a picture of the application is taken: its size, its theme, the screen it is of. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from './electron-app.ts';

/** Where they go. */
export const OUT = path.resolve(process.argv[2] ?? 'docs/screens');
export const THEMES = ['light', 'dark'] as const;

export async function showList(page: Page): Promise<void> {
  await page.getByRole('rowheader').or(page.getByRole('gridcell')).first().waitFor();
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: screen }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

export async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((wanted) => window.vav.call('settings.set', { theme: wanted }), theme);
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
}

export async function resize({ electron }: RunningApp, width: number, height: number): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

export function shooter(page: Page, theme: string): (name: string) => Promise<void> {
  return async (name) => {
    await page.mouse.move(0, 0);
    await page.screenshot({ path: path.join(OUT, `${name}-${theme}.png`), animations: 'disabled' });
  };
}

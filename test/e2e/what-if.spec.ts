import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { wholeNumber } from '../support/pages/window.page.ts';

/** "Et si…": the list is moved to see, decided in, and put back, by keyboard. */
let app: RunningApp;
let file: CaseFilePage;
let caseId: string;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  caseId = await file.createPerson('Suzanne', 'Essai-Poids');
  await file.openFromPortfolio('Suzanne', 'Essai-Poids');
  await file.openEmployers();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await app.page.keyboard.press(key);
};
const slider = (name: string) =>
  app.page.getByRole('region', { name: /^Et si…/ }).getByRole('slider', { name, exact: true });
/** Above the list, its first slider with the keys. */
const openStrip = async (): Promise<void> => {
  if (await slider('Taille').isVisible()) await press('s');
  await expect(slider('Taille')).toBeHidden();
  await press('s');
  await expect(slider('Rayon, à vol d’oiseau')).toBeFocused();
};
const unusual = () => file.list.getByText('Ce n’est pas l’ordre habituel.');
const names = async (): Promise<readonly string[]> => {
  await expect(file.list).toHaveAttribute('aria-busy', 'false');
  return Promise.all([0, 1, 2, 3, 4].map((index) => file.nameOfRow(file.rows.nth(index))));
};
const howMany = async (): Promise<number> => {
  await expect(file.list).toHaveAttribute('aria-busy', 'false');
  return wholeNumber(await file.list.getByRole('heading', { level: 2 }).first().innerText());
};

test('the weights move by the arrows, the list follows, and one key puts the first order back', async () => {
  await press('v');
  const before = await names();
  await openStrip();
  await press('Tab');
  await expect(slider('Embauche dans ce métier')).toHaveAttribute(
    'aria-valuetext',
    /^beaucoup, 600 .*comme d’habitude$/,
  );
  await press('Home');
  await expect(slider('Embauche dans ce métier')).toHaveAttribute('aria-valuetext', /^pas du tout, 0 points/);
  await press('Tab', 'End');
  await expect(slider('Distance')).toHaveAttribute('aria-valuetext', /^avant tout, 1.000 points/);
  await expect(unusual()).toBeVisible();
  await expect.poll(names).not.toEqual(before);
  await expectAccessible(app.page);

  // One that counts is left at least.
  await press('Tab', 'Home', 'Shift+Tab', 'Home');
  await expect(slider('Distance')).not.toHaveAttribute('aria-valuetext', /^pas du tout/);

  await press('0');
  await expect(unusual()).toBeHidden();
  await expect(slider('Distance')).toHaveAttribute('aria-valuetext', /comme d’habitude$/);
  await press('v');
  await expect.poll(names).toEqual(before);
});

test('the radius is walked through faster than answers come, and the list ends on the last one', async () => {
  await openStrip();
  const near = await howMany();
  await press(...Array.from({ length: 12 }, () => 'ArrowRight'));
  await expect(slider('Rayon, à vol d’oiseau')).toHaveValue('75');
  const answer = await file.call<{ readonly page: { readonly eligible: number } }>('suggestion.forCase', {
    ...{ caseId, group: 'private', sections: [], sizes: [], radiusKm: 75, order: 'plain', offset: 0, limit: 10 },
  });
  await expect.poll(howMany).toBe(answer.page.eligible);
  expect(answer.page.eligible).toBeGreaterThan(near);
  await expect(file.rows.filter({ hasText: /au-delà de 15(,0)?\skm/ }).first()).toBeAttached();
  await press('0');
  await expect.poll(howMany).toBe(near);
});

test('a wider search says how many more, takes one key, marks its rows, and is put back by one', async () => {
  await press('Escape');
  await expect(file.focusedRow).toHaveCount(1);
  const before = await howMany();
  await press('l');
  const panel = file.list.getByRole('region', { name: 'Chercher plus large' });
  await expect(panel).toBeVisible();
  await expectAccessible(app.page);
  const option = panel.getByRole('button', { name: /mêmes compétences/ }).first();
  const text = await option.innerText();
  await press(`Alt+${/Alt\s(\d)/.exec(text)?.[1] ?? ''}`);
  await expect(panel).toBeHidden();
  await expect.poll(howMany).toBe(before + Number(/(\d+)\sde plus/.exec(text)?.[1]));
  await expect(file.list.getByRole('group', { name: /^Ajouté à la recherche/ })).toBeVisible();
  await expect(file.rows.filter({ hasText: /métier voisin/ }).first()).toBeAttached();
  await press('0');
  await expect.poll(howMany).toBe(before);
});

test('a decision taken in a moved list keeps its weights, the explanation too, and the next list is the usual one', async () => {
  await openStrip();
  await press('Tab', 'Home', 's');
  await expect(slider('Taille')).toBeHidden();
  await file.openEmployers();
  await press('Enter');
  await expect(file.detail).toContainText('Ce n’est pas l’ordre habituel.');
  await file.detail.getByRole('button', { name: 'Voir le calcul' }).press('Enter');
  await expect(file.detail).toContainText(/D’habitude\s: embauche 600, distance 300, taille 100/);
  await press('Escape');
  const name = await file.nameOfRow(file.focusedRow);
  await press('r');
  await expect.poll(() => file.outcomeOf(caseId, name)).toBe('retained');
  await file.part(/^Retenues/).press('Enter');
  await expect(file.panel.getByRole('listitem').filter({ hasText: name })).toContainText(
    /Ordre du moment\s: embauche 0, distance 300, taille 100/,
  );
});

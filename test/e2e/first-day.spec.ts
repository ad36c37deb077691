import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { SafetyPage } from '../support/pages/safety.page.ts';

/** A space of one's own on its first day: no data, nobody, and the keyboard alone. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let file: CaseFilePage;

test.beforeAll(async () => {
  app = await launchApp();
  file = new CaseFilePage(app.page);
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const dialog = () => app.page.getByRole('dialog');
const steps = () => file.firstSteps.getByRole('heading', { level: 3 });
const inSteps = (name: string) => file.firstSteps.getByRole('button', { name });

test('Enter goes through the first steps, and a first file leads back to the last of them', async () => {
  await new SafetyPage(app.page).button('Créer mon espace').click();
  await file.fillSpace();
  await expect(inSteps('Suivant')).toBeFocused();
  await press('Enter');
  await expect(steps()).toHaveText('Un premier dossier');
  await expect(inSteps('Suivant')).toBeFocused();
  await press('Shift+Tab');
  await expect(inSteps('Ouvrir un premier dossier')).toBeFocused();
  await press('Enter');
  await expect(dialog().getByRole('textbox', { name: 'Prénom d’usage' })).toBeFocused();
  await type('Ysé');
  await press('Enter');
  await expect(steps()).toHaveText('En sécurité');
  await expect(inSteps('Commencer')).toBeFocused();
  await expectAccessible(app.page);
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(file.title).toHaveText('Ysé');
  await expect(file.title).toBeFocused();
});

test('an occupation is looked up in vain without data, and Enter leads to them', async () => {
  await file.open('Situation');
  await file.fact('Métier').focus();
  await press('Enter');
  await type('vente');
  await expect(app.page.getByText('Pas encore de données')).toBeVisible();
  await expect(app.page.getByRole('option', { name: 'Aller aux données' })).toHaveAttribute('aria-selected', 'true');
  await press('Enter');
  await expect(app.page.getByRole('main', { name: 'Données' })).toBeVisible();
});

test('a new file made from the palette opens, and its dialog is gone; the number comes before the warning of a namesake', async () => {
  await file.goTo('Personnes');
  await press('Control+k');
  await type('nouveau dossier');
  await expect(file.palette.getByRole('option', { selected: true })).toHaveText(/^Nouveau dossier/);
  await press('Enter');
  await expect(dialog().getByRole('textbox', { name: 'Prénom d’usage' })).toBeFocused();
  await type('Canelle');
  await expect(dialog().getByRole('textbox', { name: 'Prénom d’usage' })).toHaveValue('Canelle');
  await press('Tab');
  await type('Nortec');
  await press('Tab');
  await expect(dialog().getByRole('textbox', { name: 'Téléphone' })).toBeFocused();
  await press('Enter');
  await expect(file.title).toHaveText('Canelle Nortec');
  await expect(dialog()).toHaveCount(0);
  await expect(file.title).toBeFocused();
});

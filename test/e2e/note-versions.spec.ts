import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';

/** One note, two windows: what is validated or thrown away is what was seen. */
let app: RunningApp;
let file: CaseFilePage;
const WRITER = ['Louise', 'Essai-Deux-Fenêtres'] as const;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
});

test.afterAll(async () => {
  await endJourney(app);
});

test('a note that another window went on writing is not validated: two versions to settle first', async () => {
  const caseId = await file.createPerson(...WRITER);
  await file.openFromPortfolio(...WRITER);
  await file.open('Notes');
  const area = file.heading('Ce que dit la personne');
  await area.fill('écrit ici');
  await expect(file.note.getByText(/^enregistré à/)).toBeVisible();
  const { body } = await file.call<{ body: { sections: object } }>('note.draft', { caseId });
  const sections = { ...body.sections, personSays: 'écrit dans l’autre fenêtre' };
  await file.call('note.saveDraft', { caseId, body: { ...body, sections }, baseVersion: null });
  await app.page.keyboard.press('Control+Enter');
  const choice = file.note.getByRole('alert').filter({ hasText: 'Deux versions à départager.' });
  await expect(choice).toBeVisible();
  await expect(area).toHaveValue('écrit ici');
  await expect(file.validated).toHaveCount(0);
  await choice.getByRole('button', { name: 'Garder ce texte-ci' }).click();
  await expect(choice).toBeHidden();
  const versions = await file.call<{ body: { sections: { personSays: string } } }[]>('note.draftVersions', { caseId });
  expect(versions.slice(0, 2).map((version) => version.body.sections.personSays)).toEqual([
    'écrit ici',
    'écrit dans l’autre fenêtre',
  ]);
  await file.tabTo(file.note.getByRole('button', { name: 'Ne pas garder' }));
  await app.page.keyboard.press('Enter');
  await file.page.getByRole('dialog').getByRole('button', { name: 'Effacer la note en cours' }).click();
  await expect(area).toHaveValue('');
});

import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { EmployersPage, readRow } from '../support/pages/employers.page.ts';
import { wholeNumber } from '../support/pages/window.page.ts';

/** From an occupation and a place to the employer to contact, with both hands on the keyboard. */
let app: RunningApp;
let list: EmployersPage;

test.beforeAll(async () => {
  app = await launchApp();
  list = new EmployersPage(app.page);
  await list.ready();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);

async function searchBakeries(): Promise<void> {
  await list.search('vendeuse boulangerie', 'metz');
}

test('the first start ends on a search, marked as a demonstration @everywhere', async () => {
  await expect(list.demonstrationMark).toBeVisible();
  await expect(list.title).toHaveText('Quelles entreprises contacter ?');
});

test('an occupation without accents and a place: the list, and how many there are @everywhere', async () => {
  await press('/');
  await expect(list.occupation).toBeFocused();
  await app.page.keyboard.type('vendeuse boulangerie');
  await expect(app.page.getByRole('option').first()).toContainText('Vendeur / Vendeuse en boulangerie-pâtisserie');
  await press('Enter');
  // The other half of the question is what comes next.
  await expect(list.place).toBeFocused();
  await press('Escape');
  await press('l');
  await expect(list.place).toBeFocused();
  await app.page.keyboard.type('metz');
  await expect(app.page.getByRole('option').first()).toContainText('Metz');
  await press('Enter');
  // The list takes the focus: the next keys are for its rows.
  await list.settled();
  await expect(list.focusedRow).toHaveAttribute('aria-rowindex', '2');

  const count = await list.count();
  expect(count).toBeGreaterThan(10);
  await expect(list.table).toHaveAccessibleName(`${count} entreprises à contacter (estimation)`);
  await expect(app.page.getByText(`${count} affichées, la liste est complète.`)).toBeVisible();
});

test('the arrows walk down the whole list, whose rows are all within the distance', async () => {
  await searchBakeries();
  const seen = await list.walk();
  expect(new Set(seen.map(({ name, where }) => `${name}, ${where}`)).size).toBe(seen.length);
  for (const { name, distanceKm } of seen) {
    expect(distanceKm, name).not.toBeNull();
    expect(distanceKm, name).toBeLessThanOrEqual(15);
  }
});

test('why this employer: words, then figures that add up @everywhere', async () => {
  await searchBakeries();
  await press('ArrowDown');
  await press('Enter');
  await expect(list.why).toBeVisible();
  await expect(list.focusedRow).toHaveAttribute('aria-expanded', 'true');
  const row = list.focusedRow;
  const { name } = await readRow(row);
  for (const factor of ['Embauche dans ce métier', 'Distance depuis Metz', 'Nombre de salariés']) {
    await expect(list.why.getByRole('term').filter({ hasText: factor })).toBeVisible();
  }
  await expect(list.why).toContainText(/\d+(re|e)\ssur\s\d+\sdans l’ordre simple\./);

  await list.tabTo(list.why.getByRole('button', { name: 'Voir le calcul' }));
  await press('Enter');
  const figures = await list.calculation
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((each) => [...each.children].map((cell) => cell.textContent)));
  const total = figures.at(-1);
  expect(total?.[0]).toBe('Somme');
  const parts = figures.slice(0, -1);
  expect(parts).toHaveLength(3);
  for (const column of [2, 3]) {
    const sum = parts.reduce((whole, part) => whole + wholeNumber(part[column] ?? ''), 0);
    expect(sum, `column ${column}`).toBe(wholeNumber(total?.[column] ?? ''));
  }
  expect(wholeNumber(total?.[3] ?? '')).toBe(1000);

  await press('Escape');
  await expect(list.why).toBeHidden();
  await expect(list.focusedRow).toHaveCount(1);
  expect((await readRow(list.focusedRow)).name).toBe(name);
});

test('the page of an employer, and back to the same row by two ways @everywhere', async () => {
  await searchBakeries();
  for (let row = 3; row <= 5; row += 1) {
    await press('ArrowDown');
    await expect(list.focusedRow).toHaveAttribute('aria-rowindex', String(row));
  }
  const { name } = await readRow(list.focusedRow);
  for (const back of ['Escape', 'Alt+ArrowLeft']) {
    await press('o');
    await expect(list.title).toHaveText(name);
    await expect(app.page.getByRole('heading', { name: 'Comment approcher' })).toBeVisible();
    await expect(app.page.getByText(/est conseillé ici|à envoyer/)).toBeVisible();
    await press(back);
    await expect(list.focusedRow).toHaveAttribute('aria-rowindex', '5');
    expect((await readRow(list.focusedRow)).name).toBe(name);
  }
});

test('the simple order shows the same employers, others first', async () => {
  await searchBakeries();
  const varied = await list.firstNames(5);
  const everyone = (await list.walk()).map(({ name, where }) => `${name}, ${where}`);
  await press('v');
  await expect(list.pill(/^Ordre simple/)).toBeVisible();
  await expect.poll(() => list.firstNames(5)).not.toEqual(varied);
  const simple = (await list.walk()).map(({ name, where }) => `${name}, ${where}`);
  expect(simple).toHaveLength(everyone.length);
  expect(simple.toSorted()).toEqual(everyone.toSorted());
  await press('Enter');
  await expect(list.why).toContainText(`1re sur ${everyone.length} dans l’ordre simple.`);
  await press('Escape');
  await press('v');
  await expect.poll(() => list.firstNames(5)).toEqual(varied);
});

test('the varied order stays with its search, and is drawn again on demand', async () => {
  await searchBakeries();
  const count = await list.count();
  const first = await list.firstNames(8);
  await press('o');
  await expect(app.page.getByRole('heading', { name: 'Comment approcher' })).toBeVisible();
  await press('Escape');
  await list.settled();
  expect(await list.firstNames(8)).toEqual(first);

  await press('Shift+V');
  await expect.poll(() => list.firstNames(8)).not.toEqual(first);
  await expect(list.pill(/^Ordre varié/)).toBeVisible();
  await expect(list.focusedRow).toHaveAttribute('aria-rowindex', '2');
  await list.expectCount(count);
  const second = await list.firstNames(8);

  await list.tabTo(list.pill(/^Ordre varié/), 'Shift+Tab');
  await press('Enter');
  await list.tabTo(app.page.getByRole('button', { name: /^Autre tirage/ }));
  await press('Enter');
  await expect.poll(() => list.firstNames(8)).not.toEqual(second);
  await press('Escape');
});

test('Escape leaves the answers, and what was chosen is ready to be typed over', async () => {
  await searchBakeries();
  const chosen = await list.occupation.inputValue();
  await press('/');
  await app.page.keyboard.type('cari');
  await expect(app.page.getByRole('option').first()).toBeVisible();
  await press('Escape');
  await expect(app.page.getByRole('option')).toHaveCount(0);
  await expect(list.occupation).toHaveValue(chosen);
  await app.page.keyboard.type('secr');
  await expect(list.occupation).toHaveValue('secr');
  await press('Escape');
  await press('Escape');
});

test('further away there are more, exactly as many as announced', async () => {
  await searchBakeries();
  const near = await list.count();
  await list.setRadius(5);
  await expect.poll(() => list.count()).toBeLessThan(near);
  await list.settled();
  const nearer = await list.count();
  await press('ArrowDown');
  await press('Enter');
  const more = list.why.getByRole('button', { name: /^À\s\d+\skm\s:\s\d+\sde\splus$/ }).first();
  await list.tabTo(more);
  const [radius = 0, added = 0] = [...(await more.innerText()).matchAll(/\d+/g)].map(Number);
  expect(added).toBeGreaterThan(0);
  await press('Enter');
  await list.expectCount(nearer + added);
  await expect(list.pill(new RegExp(`^${radius}(,0)?\\s?km depuis Metz`))).toBeVisible();
  await list.setRadius(30);
  await expect.poll(() => list.count()).toBeGreaterThan(near);
  await list.setRadius(15);
  await list.expectCount(near);
});

for (const [filter, untouched] of [
  ['sectors', 'Tous secteurs'],
  ['sizes', 'Toutes tailles'],
] as const) {
  test(`a filter by ${filter} keeps as many as it said`, async () => {
    await searchBakeries();
    const all = await list.count();
    await list.tabTo(list.pill(untouched), 'Shift+Tab');
    await press('Enter');
    const box = app.page.getByRole('dialog').getByRole('checkbox').first();
    await expect(box).toBeFocused();
    const [label = '', count = ''] = await box.evaluate((input: HTMLInputElement) =>
      [...(input.labels?.[0]?.querySelectorAll('span') ?? [])].map((span) => span.textContent),
    );
    await press('Space');
    await list.expectCount(wholeNumber(count));
    await press('Escape');
    await expect(list.pill(label)).toBeFocused();
    expect(await list.walk()).toHaveLength(wholeNumber(count));

    await list.tabTo(list.pill(label), 'Shift+Tab');
    await press('Enter');
    await list.tabTo(app.page.getByRole('button', { name: 'Tout garder' }));
    await press('Enter');
    await list.expectCount(all);
    await press('Escape');
  });
}

test('public employers and agencies stand apart, with how to get in', async () => {
  for (const [words, tab, first] of [
    ['agent entretien nettoyage', /^Employeurs publics/, 'Le concours n’est pas toujours nécessaire'],
    ['magasinier', /^Intérim et groupements/, 'S’inscrire à l’agence ou en ligne'],
  ] as const) {
    await list.search(words, 'metz');
    const announced = wholeNumber(await list.tab(tab).innerText());
    expect(announced).toBeGreaterThan(0);
    await list.tabTo(list.tab(/^Entreprises/), 'Shift+Tab');
    while ((await list.tab(tab).getAttribute('aria-selected')) !== 'true') await press('ArrowRight');
    await expect(list.tab(tab)).toBeFocused();
    await list.expectCount(announced);
    await expect(app.page.getByRole('region', { name: 'Comment y entrer' })).toContainText(first);
  }
});

test('few employers: further, or a neighbouring occupation and back', async () => {
  await list.search('auxiliaire de vie', 'metz');
  const few = await list.count();
  expect(few).toBeLessThan(10);
  await expect(list.widening).toBeVisible();
  await expect(list.widening.getByRole('heading', { name: 'Plus loin' })).toBeVisible();
  await expect(list.widening.getByRole('heading', { name: 'Métiers voisins' })).toBeVisible();
  const options = list.widening.getByRole('button');
  const neighbour = options.filter({ hasText: /entreprises?$/ }).first();
  const [key = '', title = '', brought = ''] = await neighbour.locator('> *').allInnerTexts();
  const occupation = await list.occupation.inputValue();
  await press(key);
  await list.expectCount(wholeNumber(brought));
  await expect(list.occupation).toHaveValue(title.replace(/ \([^)]*\)$/, ''));
  await list.tabTo(app.page.getByRole('button', { name: `Retour à ${occupation}` }));
  await press('Enter');
  await expect(list.occupation).toHaveValue(occupation);
  await list.expectCount(few);

  const further = options.filter({ hasText: /de\splus$/ }).first();
  const added = wholeNumber((await further.locator('> *').last().innerText()) || '');
  await list.tabTo(further);
  await press('Enter');
  await list.expectCount(few + added);
});

test('a question mark lists the keys of the screen', async () => {
  await searchBakeries();
  await press('?');
  await expect(list.keysDialog).toBeVisible();
  for (const key of [
    'Choisir le métier',
    'Choisir le lieu',
    'Changer la distance',
    'Autre tirage de l’ordre varié',
    'Parcourir les entreprises',
  ]) {
    await expect(list.keysDialog.getByRole('term').filter({ hasText: key })).toBeVisible();
  }
  await press('Escape');
  await expect(list.keysDialog).toBeHidden();
});

import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import fr from '../../src/renderer/i18n/fr.json' with { type: 'json' };
import { typesetLabel } from '../../src/renderer/platform/typeset.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { clippedTexts, textsOnPage } from '../support/page-texts.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { outsideBrackets, pseudoLocale } from '../support/pseudo-locale.ts';

/** Every screen in a language nobody speaks: what did not go through the messages shows, and so does what has no room. */
test.describe.configure({ mode: 'serial' });

/** The occupations that the search of employers begins with. */
const EXAMPLES = ['D1106', 'G1602', 'N1103', 'K1302'] as const;
const VARIED_ORDER = { radiusKm: null, group: 'private', order: 'spread' } as const;
const PICTURES = path.resolve('test-results', 'pseudo-locale');

let app: RunningApp;
let file: CaseFilePage;
/** Everything the core answers: what people and sources wrote is nobody's to translate. */
let data = '';

const press = (key: string): Promise<void> => app.page.keyboard.press(key);

test.beforeAll(async () => {
  fs.mkdirSync(PICTURES, { recursive: true });
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const answers = await dataOfTheDemonstration();
  // As the core gives it, and as the page sets it.
  data = answers + typesetLabel(answers);
  await loadMessages(pseudoLocale(fr));
});

test.afterAll(async () => {
  await endJourney(app);
});

/** The messages of the running application, reached through what React holds of them. */
async function loadMessages(messages: object): Promise<void> {
  const isLoaded = await app.page.evaluate((given) => {
    interface Hook {
      readonly memoizedState: unknown;
      readonly next: Hook | null;
    }
    interface Fiber {
      readonly memoizedState: Hook | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
    }
    interface I18n {
      addResourceBundle(language: string, space: string, bundle: object, deep: boolean, overwrite: boolean): void;
      changeLanguage(language: string): Promise<unknown>;
    }
    const isI18n = (value: unknown): value is I18n =>
      typeof value === 'object' && value !== null && 'addResourceBundle' in value && 'changeLanguage' in value;
    const held = (value: unknown): I18n | null => {
      if (isI18n(value)) return value;
      const inside: unknown = typeof value === 'object' && value !== null && 'i18n' in value ? value.i18n : null;
      return isI18n(inside) ? inside : null;
    };
    /** What a hook holds: the thing itself, or a list of it and of what it was made from. */
    const within = (state: unknown): I18n | null => {
      const values: readonly unknown[] = typeof state === 'object' && state !== null ? Object.values(state) : [];
      return [state, ...values].map(held).find((i18n) => i18n !== null) ?? null;
    };
    const root = document.getElementById('root') as unknown as Record<string, Fiber>;
    const name = Object.keys(root).find((key) => key.startsWith('__reactContainer'));
    const waiting = name === undefined ? [] : [root[name]!];
    for (let fiber = waiting.pop(); fiber !== undefined; fiber = waiting.pop()) {
      if (fiber.sibling !== null) waiting.push(fiber.sibling);
      if (fiber.child !== null) waiting.push(fiber.child);
      for (
        let hook = fiber.memoizedState;
        hook !== null && typeof hook === 'object' && 'next' in hook;
        hook = hook.next
      ) {
        const i18n = within(hook.memoizedState);
        if (i18n === null) continue;
        i18n.addResourceBundle('fr', 'translation', given, true, true);
        return i18n.changeLanguage('fr').then(() => true);
      }
    }
    return false;
  }, messages);
  expect(isLoaded, 'the messages are reached').toBe(true);
  await expect(file.railItem(/⟦/).first()).toBeVisible();
}

async function dataOfTheDemonstration(): Promise<string> {
  const people = await file.call<readonly { id: string; first: string; last: string }[]>('caseFile.portfolio', {});
  const nadia = people.find(({ last }) => last === 'Ferrand');
  const byCase = { caseId: nadia?.id ?? '' };
  const answers = await Promise.all([
    ...[
      'workspace.status',
      'access.status',
      'about.get',
      'dataset.report',
      'correction.list',
      'agencyTag.list',
      'savedView.list',
      'backup.list',
      'dataFolder.status',
      'diagnostic.report',
    ].map((name) => file.call(name, {}).catch(() => null)),
    ...['caseFile.get', 'caseFile.timeline', 'note.list', 'note.draft', 'decision.list'].map((name) =>
      file.call(name, byCase).catch(() => null),
    ),
  ]);
  const list = { ...byCase, ...VARIED_ORDER, sections: [], sizes: [], offset: 0, limit: 100 };
  const examples = EXAMPLES.map((rome) => file.call('occupation.get', { rome }));
  return plain(
    JSON.stringify([people, answers, await file.call('suggestion.forCase', list), await Promise.all(examples)]),
  );
}

/** Days and hours come from the system, in the language of the page; units are the same in every language. */
const DATES =
  /\b(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janv|févr|avr|juil|sept|oct|nov|déc|lun|mar|mer|jeu|ven|sam|dim|aujourd’hui|hier|avant-hier|demain|après-demain|il y a|dans|jours?|mois|semaines?|ans?|heures?|minutes?|secondes?|moins de|le|à|h|er|km|m|min|Ko|Mo|Go|ko|o)\b/giu;

/** Names that are the same in every language: of this software, of keys, of formats. */
const NAMES = /^(Vis-à-vis|Français|English|Ctrl|Alt|Tab|CSV|[A-Z])$/;

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .toLowerCase();
}

function isData(rest: string): boolean {
  const words = plain(rest.replaceAll(DATES, ' '))
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => /\p{L}{2}/u.test(word));
  return words.every((word) => data.includes(word));
}

/** What is seen here and was never a message: words that the core never wrote either. */
async function rawTexts(): Promise<readonly string[]> {
  const texts = await app.page.evaluate(textsOnPage);
  return [...new Set(texts)].filter((text) => {
    const rest = outsideBrackets(text).trim();
    return /\p{L}{2}/u.test(rest) && !NAMES.test(rest) && !isData(rest);
  });
}

async function look(name: string): Promise<void> {
  await app.page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
  expect.soft(await rawTexts(), `${name}: words that are no message`).toEqual([]);
  expect.soft(await app.page.evaluate(clippedTexts), `${name}: words that are cut`).toEqual([]);
}

const main = () => app.page.getByRole('main');
async function goToRail(index: number): Promise<void> {
  await app.page.getByRole('navigation').getByRole('button').nth(index).click();
  await main().getByRole('heading', { level: 1 }).first().waitFor();
}

test('the portfolio, its dialogs and the palette', async () => {
  await goToRail(1);
  await app.page.getByRole('gridcell').first().waitFor();
  await look('portfolio');
  await press('ArrowDown');
  await expect(app.page.getByRole('row').and(app.page.locator(':focus'))).toHaveCount(1);
  for (const [key, name] of [
    ['c', 'contact'],
    ['n', 'create-file'],
    ['?', 'keys'],
  ] as const) {
    await press(key);
    await app.page.getByRole('dialog').waitFor();
    await look(name);
    await press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await press('Control+k');
  await app.page.getByRole('option').first().waitFor();
  await look('palette');
  await press('Escape');
});

test('a file, tab by tab', async () => {
  await press('Control+k');
  await app.page.keyboard.type('nadia ferrand');
  await press('Enter');
  await expect(file.title).toHaveText('Nadia Ferrand');
  for (const [key, name] of [
    ['1', 'summary'],
    ['2', 'situation'],
    ['3', 'employers'],
    ['4', 'notes'],
  ] as const) {
    await press(key);
    await expect(app.page.getByRole('tab', { selected: true }).first()).toBeVisible();
    if (key === '3') await expect(file.list).toHaveAttribute('aria-busy', 'false');
    await expect(app.page.locator('[aria-busy=true]')).toHaveCount(0);
    await look(`case-${name}`);
  }
});

test('employers, data, settings and about', async () => {
  const count = await app.page.getByRole('navigation').getByRole('button').count();
  for (let index = 1; index < count; index += 1) {
    await goToRail(index);
    await expect(app.page.locator('[aria-busy=true]')).toHaveCount(0);
    await look(`rail-${index}`);
    const sections = main().getByRole('tab');
    if (index !== count - 2) continue;
    for (let section = 1; section < (await sections.count()); section += 1) {
      await sections.nth(section).click();
      await look(`settings-${section}`);
    }
  }
});

test('what comes before the screens', async () => {
  await file.lock();
  await look('unlock');
});

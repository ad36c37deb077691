import { expect, type Locator, type Page } from '@playwright/test';
import { uuidV7 } from '../../../src/shared/kernel/ids.ts';
import { WindowPage } from './window.page.ts';

interface Decided {
  readonly name: string;
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly words: string;
}

interface KnownFact {
  readonly value: unknown;
  readonly saidOn: string;
}

export type CaseTabName = 'Synthèse' | 'Situation' | 'Entreprises' | 'Plan' | 'Notes';
const TAB_KEYS = { Synthèse: '1', Situation: '2', Entreprises: '3', Plan: '4', Notes: '5' } as const;

/** One person's file. What is done here is done with the keyboard. */
export class CaseFilePage extends WindowPage {
  readonly panel: Locator;
  /** The employers of one kind. */
  readonly list: Locator;
  /** The employers on screen. */
  readonly table: Locator;
  readonly rows: Locator;
  readonly focusedRow: Locator;
  readonly detail: Locator;
  readonly note: Locator;
  readonly validated: Locator;
  readonly toast: Locator;
  readonly closedBanner: Locator;

  constructor(page: Page) {
    super(page);
    this.panel = page.getByRole('tabpanel').first();
    this.list = page.locator('#case-results');
    this.table = page.getByRole('treegrid');
    this.rows = this.table.getByRole('row', { level: 1 });
    this.focusedRow = this.rows.and(page.locator(':focus'));
    this.detail = this.table.getByRole('row', { level: 2 });
    this.note = page.getByRole('region', { name: 'Note en cours' });
    this.validated = page.getByRole('region', { name: 'Notes validées' }).getByRole('article');
    this.toast = page.locator('.toast-box');
    this.closedBanner = page.getByRole('region', { name: 'Dossier fermé' });
  }

  /** A call of the interface, as it makes them. */
  async call<T>(name: string, input: object): Promise<T> {
    const answer = await this.page.evaluate(([called, given]) => window.vav.call(called, given), [
      name,
      input,
    ] as const);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
    return answer.data as T;
  }

  /** A command of the interface. */
  command(name: string, input: object): Promise<unknown> {
    return this.call(name, { commandId: newId(), ...input });
  }

  setField(caseId: string, field: string, value: unknown, baseRevision = 0): Promise<unknown> {
    const said = { saidBy: 'person', saidOn: '2026-03-04', baseRevision };
    return this.command('caseFile.setField', { caseId, change: { field, value }, ...said });
  }

  /** Somebody who looks for a job in food shops around Metz. */
  async createPerson(first: string, last: string): Promise<string> {
    const caseId = newId();
    await this.command('caseFile.create', { caseId, first, last, phone: '06 39 98 00 01', supportMode: 'guided' });
    const occupation = { rome: 'D1106', label: 'Vente en alimentation', title: 'Vente en alimentation' };
    await this.setField(caseId, 'project1.occupation', occupation);
    await this.setField(caseId, 'project1.place', { communeCode: '57463', name: 'Metz' });
    await this.setField(caseId, 'project1.reach', { kind: 'distance', km: 15 });
    await this.setField(caseId, 'project1.travel', ['bicycle', 'bus']);
    return caseId;
  }

  /** From the portfolio, by the name and Enter. */
  async openFromPortfolio(first: string, last: string): Promise<void> {
    const { keyboard } = this.page;
    await this.goTo('Personnes');
    await keyboard.press('/');
    // In place of what was looked for before.
    await keyboard.press('Control+a');
    await keyboard.type(last);
    const row = this.page.getByRole('row').filter({ hasText: first }).filter({ hasText: last });
    await expect(row).toHaveCount(1);
    // Down into the list, then into the file.
    await keyboard.press('ArrowDown');
    await expect(row.and(this.page.locator(':focus'))).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(this.title).toHaveText(`${first} ${last}`);
  }

  tab(name: CaseTabName): Locator {
    return this.page.getByRole('tablist', { name: 'Parties du dossier' }).getByRole('tab', { name, exact: true });
  }

  async open(tab: CaseTabName): Promise<void> {
    await this.page.keyboard.press(TAB_KEYS[tab]);
    await expect(this.tab(tab)).toHaveAttribute('aria-selected', 'true');
  }

  /** What holds now of an employer. */
  async decided(caseId: string, name: string): Promise<Decided | undefined> {
    const { decided } = await this.call<{ readonly decided: readonly Decided[] }>('decision.list', { caseId });
    return decided.find((item) => item.name === name);
  }

  async outcomeOf(caseId: string, name: string): Promise<string | null> {
    return (await this.decided(caseId, name))?.outcome ?? null;
  }

  /** The list is there, and one of its rows has the keys: the list takes them when it opens, an arrow leads back to it. */
  async openEmployers(): Promise<void> {
    const isThere = (await this.tab('Entreprises').getAttribute('aria-selected')) === 'true';
    await this.open('Entreprises');
    await expect(this.list).toHaveAttribute('aria-busy', 'false');
    if (isThere && (await this.focusedRow.count()) === 0) await this.page.keyboard.press('ArrowDown');
    await expect(this.focusedRow).toHaveCount(1);
  }

  async nameOfRow(row: Locator): Promise<string> {
    return (await row.getByRole('gridcell').first().innerText()).split('\n')[0] ?? '';
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  part(name: RegExp): Locator {
    return this.page.getByRole('group', { name: 'Ce qui est montré' }).getByRole('button', { name });
  }

  /** The value of a fact, to read and to edit. */
  fact(label: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Modifier\\s: ${label}\\.`) });
  }

  /** What is known of a fact now. */
  private async factOf(caseId: string, field: string): Promise<KnownFact | undefined> {
    const { facts } = await this.call<{ readonly facts: Record<string, KnownFact> }>('caseFile.get', { caseId });
    return facts[field];
  }

  async knownValue(caseId: string, field: string): Promise<unknown> {
    return (await this.factOf(caseId, field))?.value ?? null;
  }

  async saidOn(caseId: string, field: string): Promise<string | null> {
    return (await this.factOf(caseId, field))?.saidOn ?? null;
  }

  /** Something that the menu of the file offers. */
  async act(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Autres gestes sur ce dossier' }).press('Enter');
    await this.page.getByRole('menuitem', { name }).press('Enter');
  }

  /** The system is not asked for a printer: what would be printed is kept instead. */
  async stubPrint(): Promise<void> {
    await this.page.evaluate(() => {
      const kept = window as unknown as { printed: string | null };
      kept.printed = null;
      window.print = () => {
        kept.printed = document.querySelector('.case-paper')?.textContent ?? '';
        window.dispatchEvent(new Event('afterprint'));
      };
    });
  }

  printed(): Promise<string | null> {
    return this.page.evaluate(() => (window as unknown as { printed: string | null }).printed);
  }

  /** A heading of the note. */
  heading(label: string): Locator {
    return this.note.getByRole('textbox', { name: label });
  }
}

export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

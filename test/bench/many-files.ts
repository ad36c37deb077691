/** A workspace with thousands of case files of one advisor, as years of work leave it: what benches of people ask of. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PLAIN_ACTION } from '../../src/shared/domain/action/action.ts';
import { makeDataKey, PASSPHRASE_COST, writeSpace } from '../../src/main/access/space.use-cases.ts';
import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import { runJobInPlace } from '../../src/main/composition-root.ts';
import { openCaseStore } from '../../src/main/operation/operation.use-cases.ts';
import type { FieldName } from '../../src/shared/domain/case-file/case-file.schema.ts';
import type { DecisionOutcome } from '../../src/shared/domain/decision/decision.schema.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import { drawFrom, type Draw } from '../../src/shared/kernel/draw.ts';
import { localDateAt } from '../../src/shared/kernel/local-date.ts';
import { ACCOUNTS, idMaker } from '../support/people.ts';
import { BUILT_RESOURCES, RESOURCES } from '../support/project.ts';
import { randomValue } from '../support/random-facts.ts';
import { secondDesk, type SecondDesk } from '../support/second-desk.ts';

const ZONE = 'Europe/Paris';
const DAY = 86_400_000;

/** What is usually known of a person: the rest is said now and then. */
const USUAL: readonly FieldName[] = [
  ...(['birthDate', 'address', 'phones', 'email', 'supportSince', 'registeredOn', 'lastJobs'] as const),
  ...(['project1.travel', 'project1.reach', 'project1.contract', 'transport', 'telephone', 'cv'] as const),
];
const SOMETIMES: readonly FieldName[] = [
  ...(['credentials', 'proudOf', 'conditions', 'allowanceEnds', 'bestHours', 'civility', 'supporters'] as const),
  ...(['subjectTravel', 'subjectHousing', 'searchSince', 'searchChannels', 'interviews', 'precautions'] as const),
];
const SENTENCES = [
  'Préfère les journées, peut commencer tout de suite.',
  'A rappelé deux recruteurs, une réponse attendue vendredi.',
  'On garde les deux boulangeries et on laisse la zone nord pour plus tard.',
  'Le CV est refait, la lettre reste à écrire.',
  'La personne apporte ses attestations au prochain rendez-vous.',
] as const;

export interface ManyFiles {
  readonly dataDir: string;
  readonly caseIds: readonly string[];
  readonly operations: number;
  /** Bytes of the store, its log merged. */
  readonly bytes: number;
  /** How long it took to write them, in milliseconds. */
  readonly writtenIn: number;
}

/** A space of one's own with the accounts of tests, the demonstration's companies and nobody's file. */
export async function emptySpace(dataDir: string, now: number): Promise<string> {
  const folder = path.join(dataDir, 'workspaces', 'own');
  fs.mkdirSync(folder, { recursive: true });
  const places = { resourcesDir: RESOURCES, builtResourcesDir: BUILT_RESOURCES, now };
  await runJobInPlace(
    { kind: 'demonstration', people: null, root: path.join(folder, 'reference'), ...places },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const dataKey = makeDataKey();
  openCaseStore(folder, dataKey, true, { projections: PROJECTIONS, clock: { now: () => now } }).close();
  await writeSpace(folder, { spaceId: randomUUID(), accounts: ACCOUNTS, dataKey, cost: PASSPHRASE_COST, now });
  fs.writeFileSync(path.join(dataDir, 'workspace.json'), '{"current":"own"}\n');
  return folder;
}

/** Written through the use cases in one transaction, on a clock that follows the story; the demonstration's companies. */
export async function manyFiles(dataDir: string, count: number, now: number): Promise<ManyFiles> {
  const folder = await emptySpace(dataDir, now);
  const desk = await secondDesk(dataDir, { timeZone: ZONE, now });
  const newId = idMaker(7, now);
  const caseIds = Array.from({ length: count }, newId);
  const start = performance.now();
  const tell = storyteller(desk, newId, now);
  desk.inOneGo(() => caseIds.forEach((caseId, index) => tell(caseId, drawFrom(index + 1))));
  const writtenIn = performance.now() - start;
  desk.store.db.pragma('wal_checkpoint(TRUNCATE)');
  const operations = Number(desk.store.db.prepare('SELECT count(*) FROM op').pluck().get());
  desk.close();
  return { dataDir, caseIds, operations, bytes: fs.statSync(path.join(folder, 'cases.sqlite')).size, writtenIn };
}

function storyteller(desk: SecondDesk, newId: () => string, now: number): (caseId: string, draw: Draw) => void {
  const { cases, clock, release } = desk;
  const communes = release.db
    .prepare(
      `SELECT commune_code AS communeCode, max(commune.name) AS name FROM establishment
       JOIN commune ON commune.code = commune_code GROUP BY 1 ORDER BY count(*) DESC LIMIT 60`,
    )
    .all() as { readonly communeCode: string; readonly name: string }[];
  const occupations = release.db
    .prepare(
      'SELECT rome, label, label AS title FROM occupation WHERE rome IN (SELECT rome FROM hire_pair) ORDER BY rome',
    )
    .all() as { readonly rome: string; readonly label: string; readonly title: string }[];

  return (caseId, draw) => {
    const openedDaysAgo = draw.between(5, 700);
    const at = (daysAgo: number): number => (clock.time = now - daysAgo * DAY - draw.below(DAY / 4));
    const today = (): string => localDateAt(clock.time, ZONE);
    const command = () => ({ commandId: newId(), caseId });
    const say = (field: FieldName, value: unknown): void => {
      const change = { field, value };
      cases.files.setField({ ...command(), change, saidBy: 'person', saidOn: today(), baseRevision: 0 });
    };
    at(openedDaysAgo);
    const { first, last } = randomValue('name', draw) as { readonly first: string; readonly last: string };
    const supportMode = draw.pick(['standard', 'guided', 'reinforced', 'youth-contract'] as const);
    cases.files.create({ ...command(), first, last, phone: '', supportMode });
    say('project1.occupation', draw.pick(occupations));
    say('project1.place', draw.pick(communes));
    for (const field of USUAL) if (field !== 'supportSince') say(field, randomValue(field, draw));
    for (const field of SOMETIMES) if (draw.percent(25)) say(field, randomValue(field, draw));
    let daysAgo = openedDaysAgo;
    for (let meeting = draw.between(1, 4); meeting > 0 && daysAgo > 1; meeting -= 1) {
      at(daysAgo);
      decideOnSome(caseId, draw);
      for (const owner of ['person', 'advisor'] as const) {
        if (!draw.percent(60)) continue;
        const { opId, revision } = cases.actions.add({
          ...PLAIN_ACTION,
          ...command(),
          owner,
          text: draw.pick(SENTENCES),
          dueOn: today(),
        });
        if (draw.percent(50)) {
          cases.actions.setState({ ...command(), actionId: opId, state: 'done', baseRevision: revision });
        }
      }
      const { body } = cases.notes.draft(caseId);
      const sections = { ...EMPTY_SECTIONS, ...body.sections, personSays: some(draw), decided: some(draw) };
      cases.notes.validate({ ...command(), body: { ...body, sections }, baseVersion: null });
      const line = draw.pick(SENTENCES);
      cases.contacts.record({
        ...{ ...command(), on: today(), channel: 'telephone', initiatedBy: 'us', isExchange: draw.percent(70), line },
      });
      daysAgo -= draw.between(20, 90);
    }
    clock.time = now;
    if (draw.percent(60)) {
      const startsAt = now + draw.between(1, 40) * DAY;
      const purpose = 'Point sur la recherche';
      cases.appointments.schedule({
        ...command(),
        startsAt,
        minutes: 30,
        modality: 'on-site',
        kind: 'follow-up',
        purpose,
      });
    }
  };

  function decideOnSome(caseId: string, draw: Draw): void {
    const list = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' } as const;
    const { page } = cases.lists.page({ caseId, ...list, sections: [], sizes: [], offset: 0, limit: 20 });
    const outcomes: readonly DecisionOutcome[] = ['retained', 'set-aside', 'later'];
    for (const outcome of outcomes) {
      const row = page.rows[draw.below(20)];
      if (row === undefined) continue;
      const { siret } = row;
      const { revision: baseRevision } = cases.decisions.standing(caseId, siret);
      cases.decisions.make({
        ...{ commandId: newId(), caseId, item: { kind: 'establishment', siret }, outcome, reasons: [], words: '' },
        ...{ list: { ...list, sections: [], sizes: [] }, baseRevision },
      });
    }
  }
}

function some(draw: Draw): string {
  return draw.shuffled(SENTENCES).slice(0, draw.between(1, 3)).join(' ');
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { runJobInPlace } from '../../src/main/composition-root.ts';
import { findRelease } from '../../src/main/dataset/current-release.use-cases.ts';
import { readEmployersFile } from '../../src/main/dataset/employers-file.ts';
import { sectorPotentialRepository } from '../../src/main/suggestion/sector-potential.repository.ts';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import { ENGINES, type Engine } from '../../src/shared/scoring/engines.ts';
import type { RankedEmployer } from '../../src/shared/scoring/row-score.ts';
import { rankEmployers } from '../support/whole-order.ts';
import { printTable } from './report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OCCUPATIONS = ['D1106', 'G1602', 'K1304', 'M1607', 'F1703'];
const METZ = '57463';
const RADIUS_M = 30_000;
const PEOPLE = 50;
const PAGE = 20;

/**
 * How good a first page of each varied order is, on the public files around Metz: how many of its twenty are among the
 * first twenty and forty of the plain order, and their scores, over fifty people.
 */
export async function printFirstPages(): Promise<void> {
  const shared = path.join(process.env['VAV_SHARED'] ?? path.join(ROOT, '../shared'), 'data');
  if (!fs.existsSync(shared)) {
    process.stdout.write('skipped: no shared data\n');
    return;
  }
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    await runJobInPlace(
      {
        ...{ kind: 'import', from: shared, root, resourcesDir: path.join(ROOT, 'resources') },
        ...{ builtResourcesDir: path.join(ROOT, 'out/resources'), now: Date.now() },
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    const lists = plainLists(findRelease(root)!);
    printTable(
      `The first ${PAGE} of varied orders around Metz, ${RADIUS_M / 1000} km, means of ${PEOPLE} people`,
      lists.flatMap(({ rome, employers }) =>
        Object.values(ENGINES).map((engine) => ({ occupation: rome, ...firstPages(employers, engine) })),
      ),
    );
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

function plainLists(release: string) {
  const columns = readEmployersFile(path.join(release, 'employers.bin'));
  const db = new Database(path.join(release, 'reference.sqlite'), { readonly: true });
  try {
    const centre = db.prepare('SELECT lat, lon FROM commune WHERE code = ?').get(METZ) as EmployerQuestion['centre'];
    const sectors = sectorPotentialRepository(db);
    return OCCUPATIONS.map((rome) => {
      const question: EmployerQuestion = {
        ...{ centre, radiusM: RADIUS_M, departements: new Set<string>(), group: 0, sectionMask: 0, sizeMask: 0 },
        ...{ hiddenSites: new Set<number>(), setAsideUnits: new Set<number>() },
        sectors: sectors.potentials(columns.nafCodes, [rome]),
      };
      return { rome, employers: rankEmployers(columns, question).employers };
    });
  } finally {
    db.close();
  }
}

function firstPages(employers: readonly RankedEmployer[], engine: Engine) {
  const pages = Array.from({ length: PEOPLE }, (_, person) =>
    engine.variedOrder(employers, `person ${person} 2026-W48`, engine.weights).slice(0, PAGE),
  );
  const among = (best: number): number => {
    const known = new Set(employers.slice(0, best));
    return mean(pages.map((page) => page.filter((employer) => known.has(employer)).length));
  };
  return {
    employers: employers.length,
    order: engine.version,
    [`among the first ${PAGE}`]: among(PAGE),
    [`among the first ${2 * PAGE}`]: among(2 * PAGE),
    'mean score': Math.round(mean(pages.map(meanScore))),
    'plain order': Math.round(meanScore(employers.slice(0, PAGE))),
    'employers seen': new Set(pages.flat().map(({ siret }) => siret)).size,
  };
}

function meanScore(employers: readonly RankedEmployer[]): number {
  return mean(employers.map(({ score }) => score));
}

function mean(values: readonly number[]): number {
  return Math.round((10 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10;
}

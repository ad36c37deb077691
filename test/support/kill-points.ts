import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import Database from 'better-sqlite3';

/** Where a process is to kill itself: the n-th time it passes a point, counted from 1. */
export interface KillAt {
  readonly point: string;
  readonly occurrence: number;
}

export interface KillPoints {
  /** Says what the commits that follow belong to: an operation, a draft, a validation… */
  during(work: string): void;
  /** Passes a point: the process ends there when it is the one drawn. */
  reach(point: string): void;
}

/**
 * Puts the points around what makes a change durable: each transaction, each line of the log, each change of a name. It must run
 * before anything of the core is loaded; the core knows nothing of it.
 */
export function armKillPoints(killAt: KillAt): KillPoints {
  let passed = 0;
  let work = 'start';
  const reach = (point: string): void => {
    if (point !== killAt.point) return;
    passed += 1;
    if (passed === killAt.occurrence) die();
  };
  const reachDuring = (where: string): void => reach(`${work} ${where}`);
  aroundRenames(reach);
  aroundLinksAndRemovals(reach);
  aroundTransactions(reachDuring);
  aroundLogLines(reachDuring);
  return {
    reach,
    during: (next) => {
      work = next;
    },
  };
}

/** As a power cut would: no handler runs, nothing is flushed. The wait is for the signal, which may take an instant. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('The process outlived its end.');
}

/** A name without the instant that may be in it: a point is the same whenever it is passed. */
function named(path: unknown): string {
  return basename(String(path)).replace(/\d{8}T\d{9}Z/, '*');
}

function aroundRenames(reach: (point: string) => void): void {
  const rename = fs.renameSync;
  fs.renameSync = (from, to) => {
    const name = named(to);
    reach(`before rename ${name}`);
    rename(from, to);
    reach(`after rename ${name}`);
  };
  syncBuiltinESMExports();
}

function aroundLinksAndRemovals(reach: (point: string) => void): void {
  const [link, remove] = [fs.linkSync, fs.rmSync];
  fs.linkSync = (from, to) => {
    const name = named(to);
    reach(`before link ${name}`);
    link(from, to);
    reach(`after link ${name}`);
  };
  fs.rmSync = (path, options) => {
    const name = named(path);
    reach(`before remove ${name}`);
    remove(path, options);
    reach(`after remove ${name}`);
  };
  syncBuiltinESMExports();
}

type Variant = 'default' | 'deferred' | 'immediate' | 'exclusive';
type Work = (...args: unknown[]) => unknown;

/** The end of the work of a transaction is before its commit; one inside another commits nothing by itself. */
function aroundTransactions(reach: (point: string) => void): void {
  const original = Database.prototype.transaction as unknown as (this: unknown, work: Work) => Record<Variant, Work>;
  const instrumented = function (this: Database.Database, work: Work): Work {
    const connection = (): Database.Database => this;
    let isOuter = false;
    const made = original.call(this, (...args: unknown[]) => {
      const result = work(...args);
      if (isOuter) reach('before commit');
      return result;
    });
    const run =
      (variant: Variant): Work =>
      (...args) => {
        const isOuterNow = !connection().inTransaction;
        isOuter = isOuterNow;
        const result = made[variant](...args);
        if (isOuterNow) reach('after commit');
        return result;
      };
    const [immediate, deferred, exclusive] = [run('immediate'), run('deferred'), run('exclusive')];
    return Object.assign(run('default'), { immediate, deferred, exclusive });
  };
  Database.prototype.transaction = instrumented as unknown as typeof Database.prototype.transaction;
}

/** After the line of an operation is written and before what it changes is. */
function aroundLogLines(reach: (point: string) => void): void {
  const prepare = Database.prototype.prepare as (this: unknown, sql: string) => Database.Statement;
  const instrumented = function (this: unknown, sql: string): Database.Statement {
    const statement = prepare.call(this, sql);
    if (!/^\s*INSERT INTO op\b/.test(sql)) return statement;
    const run = statement.run.bind(statement);
    return Object.assign(statement, {
      run(...args: unknown[]) {
        const result = run(...args);
        reach('row');
        return result;
      },
    });
  };
  Database.prototype.prepare = instrumented as unknown as typeof Database.prototype.prepare;
}

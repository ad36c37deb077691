import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLog } from '../../../src/main/platform/log/file-log.ts';
import type { Log, LogFacts } from '../../../src/main/platform/log/log.ts';
import { redact } from '../../../src/main/platform/log/redact.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

describe('what the log hides', () => {
  it.each([
    ['an e-mail address', 'written to camille.durand+tri@example.org today'],
    ['a social security number', '185055712345638'],
    ['a social security number with spaces', '1 85 05 57 123 456 38'],
    ['a social security number of Corsica', '2 79 12 2A 004 123'],
    ['a social security number without its key', 'nir=2850557123456'],
    ['a telephone number', '0612345678'],
    ['a telephone number with spaces', 'call 03 87 12 34 56'],
    ['a telephone number with dots', '03.87.12.34.56'],
    ['a telephone number from abroad', '+33 6 12 34 56 78'],
    ['a home folder', 'ENOENT: /home/camille/data.csv'],
    ['a home folder of macOS', '/Users/camille/Documents'],
    ['a home folder of Windows', 'D:\\Users\\camille\\x.csv'],
  ])('is %s in a harmless fact', (_what, value) => {
    expect(redact({ detail: value })).toEqual({ detail: '[hidden]' });
  });

  it.each([
    ...['name', 'displayName', 'text', 'searchText', 'note', 'label', 'title', 'path', 'folder', 'address', 'email'],
    ...['phone', 'passphrase', 'key', 'secret', 'token', 'content', 'query'],
  ])('is any text in a fact called %s', (name) => {
    expect(redact({ [name]: 'Durand' })).toEqual({ [name]: '[hidden]' });
  });

  it('is not what an engineer needs: codes, versions, durations, calls', () => {
    const facts: LogFacts = {
      call: 'suggestion.employers',
      code: 'DISK_FULL',
      ms: 31.5,
      version: 'r-2de3e8eba72a',
      rome: 'D1106',
      commune: '57463',
      isFirst: true,
    };
    expect(redact(facts)).toEqual(facts);
  });

  it('cuts what is too long to be a fact', () => {
    expect(redact({ detail: 'x'.repeat(5_000) })['detail']).toHaveLength(500);
  });
});

describe('the log file', () => {
  let folder: TempFolder;
  let log: Log;
  const file = (suffix = ''): string => join(folder.path, 'logs', `vav.log${suffix}`);
  const lines = (): readonly Record<string, unknown>[] =>
    readFileSync(file(), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeEach(() => {
    folder = tempFolder('log');
    log = fileLog(join(folder.path, 'logs'), { now: () => Date.UTC(2026, 8, 1, 9, 30) });
  });
  afterEach(() => folder.cleanup());

  it('holds one JSON object a line, with its instant, level and event', () => {
    log.info('core.started', { version: '0.1.0' });
    log.warn('call.slow', { call: 'suggestion.employers', ms: 42 });
    log.error('call.failed');
    const at = '2026-09-01T09:30:00.000Z';
    expect(lines()).toEqual([
      { at, level: 'info', event: 'core.started', version: '0.1.0' },
      { at, level: 'warn', event: 'call.slow', call: 'suggestion.employers', ms: 42 },
      { at, level: 'error', event: 'call.failed' },
    ]);
  });

  it('never receives what redaction hides, even cut in lines', () => {
    log.info('test', { detail: 'first\ncamille.durand@example.org', name: 'Durand' });
    expect(readFileSync(file(), 'utf8')).not.toMatch(/durand/i);
    expect(lines()).toHaveLength(1);
  });

  it('is put aside at two megabytes, and three files are kept', () => {
    for (let turn = 1; turn <= 4; turn += 1) {
      writeFileSync(file(), `${turn}`.padEnd(2_000_000, ' '));
      log.info('turned', { turn });
      expect(lines()).toEqual([expect.objectContaining({ turn })]);
    }
    expect(readdirSync(join(folder.path, 'logs')).sort()).toEqual(['vav.log', 'vav.log.1', 'vav.log.2']);
    expect(readFileSync(file('.1'), 'utf8').trim()).toBe('4');
    expect(readFileSync(file('.2'), 'utf8').trim()).toBe('3');
  });

  it('is not put aside a byte before', () => {
    writeFileSync(file(), ' '.repeat(1_999_999));
    log.info('one more');
    expect(existsSync(file('.1'))).toBe(false);
    expect(statSync(file()).size).toBeGreaterThan(2_000_000);
  });

  it('makes no act fail when it cannot be written', () => {
    rmSync(join(folder.path, 'logs'), { recursive: true });
    expect(() => log.error('lost')).not.toThrow();
    mkdirSync(file(), { recursive: true });
    expect(() => log.error('lost too')).not.toThrow();
  });
});

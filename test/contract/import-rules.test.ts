/** The import rules of .dependency-cruiser.cjs bite, and the sources keep them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const configFile = join(root, '.dependency-cruiser.cjs');
const config = createRequire(import.meta.url)(configFile) as { forbidden: readonly { name: string }[] };

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** Runs the real tool with the real rules on the `src` of a folder. */
function violationsIn(dir: string): readonly Violation[] {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [tool, '--config', configFile, '--output-type', 'json', 'src'];
  const result = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8', maxBuffer: 1 << 28 });
  const report = JSON.parse(result.stdout) as { summary: { violations: readonly Violation[]; totalCruised: number } };
  expect(report.summary.totalCruised).toBeGreaterThan(0);
  return report.summary.violations;
}

describe('the import rules', () => {
  let dir: string;
  let violations: readonly Violation[];
  const rulesBrokenBy = (file: string): readonly string[] =>
    violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name);

  beforeAll(() => {
    // A copy beside no other source, so that paths start with src/ as in the project.
    dir = mkdtempSync(join(tmpdir(), 'vav-offences-'));
    cpSync(join(root, 'test/support/offences'), dir, { recursive: true });
    cpSync(join(root, 'package.json'), join(dir, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
    violations = violationsIn(dir);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test.each([
    // everywhere
    ['src/shared/kernel/cycle-a.ts', 'no-cycles'],
    ['src/shared/kernel/unresolved.ts', 'no-unresolved'],
    ['src/renderer/screens/today/uses-test.ts', 'no-test-in-src'],
    ['src/renderer/screens/today/uses-undeclared.ts', 'no-undeclared-package'],
    ['src/main/decision/uses-electron.use-cases.ts', 'electron-only-in-its-shell'],
    ['src/main/decision/uses-sqlite.repository.ts', 'sqlite-only-in-platform-db'],
    // shared/kernel
    ['src/shared/kernel/uses-node.ts', 'kernel-alone'],
    ['src/shared/kernel/uses-domain.ts', 'kernel-alone'],
    // shared/domain
    ['src/shared/domain/employer/uses-node.rules.ts', 'domain-on-kernel'],
    ['src/shared/domain/employer/uses-main.rules.ts', 'domain-on-kernel'],
    ['src/shared/domain/employer/uses-zod.rules.ts', 'domain-zod-in-schemas'],
    ['src/shared/domain/case-file/uses-rules.rules.ts', 'domain-other-nouns-by-their-face'],
    ['src/shared/domain/case-file/uses-schema.rules.ts', 'schemas-as-types-only'],
    // shared/scoring, shared/contract
    ['src/shared/scoring/uses-person.ts', 'scoring-sees-no-person'],
    ['src/shared/contract/uses-rules.ts', 'contract-on-schemas'],
    // main/platform
    ['src/main/platform/log/uses-domain.ts', 'platform-has-no-domain-words'],
    ['src/main/platform/files/uses-electron.ts', 'electron-only-in-its-shell'],
    // main/<noun>
    ['src/main/decision/decision.repository.ts', 'nouns-by-their-use-cases'],
    ['src/main/decision/uses-root.use-cases.ts', 'nouns-below-the-root'],
    ['src/main/decision/uses-renderer.use-cases.ts', 'nouns-below-the-root'],
    ['src/main/suggestion/uses-person.use-cases.ts', 'suggestions-see-no-person'],
    ['src/main/suggestion/uses-project.use-cases.ts', 'suggestions-see-no-person'],
    // main/electron, main/index
    ['src/main/electron/uses-noun.ts', 'shell-knows-no-noun'],
    ['src/main/electron/runs-core.ts', 'shell-runs-no-core'],
    ['src/main/index.ts', 'shell-knows-no-noun'],
    // cli, core.worker
    ['src/cli/uses-noun.ts', 'entries-through-the-root'],
    ['src/main/core.worker.ts', 'entries-through-the-root'],
    // preload
    ['src/preload/uses-contract.ts', 'contract-as-types-only'],
    ['src/preload/uses-zod.ts', 'preload-forwards-by-name'],
    // renderer/ui, renderer/platform
    ['src/renderer/ui/uses-feature.ts', 'foundations-below-features'],
    ['src/renderer/ui/uses-domain.ts', 'ui-has-no-domain-words'],
    ['src/renderer/platform/uses-domain.ts', 'platform-in-renderer-has-no-domain-words'],
    // renderer/features, renderer/screens
    ['src/renderer/features/decision/uses-feature.ts', 'features-apart'],
    ['src/renderer/features/decision/uses-contract.ts', 'contract-as-types-only'],
    ['src/renderer/features/decision/uses-schema.ts', 'schemas-as-types-only'],
    ['src/renderer/features/decision/uses-zod.ts', 'renderer-in-a-browser'],
    ['src/renderer/features/decision/uses-node.ts', 'renderer-without-node'],
    ['src/renderer/screens/today/uses-main.ts', 'renderer-in-a-browser'],
  ])('refuse %s (%s)', (file, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  test('let through what the table allows', () => {
    expect(violations.filter((violation) => /allowed/.test(violation.from))).toEqual([]);
  });

  test('let one file of suggestions take a search from a case file', () => {
    expect(rulesBrokenBy('src/main/suggestion/case-list.use-cases.ts')).toEqual([]);
  });

  test('are each broken by at least one offence', () => {
    const broken = new Set(violations.map((violation) => violation.rule.name));
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !broken.has(name))).toEqual([]);
  });

  test('are kept by the sources', () => {
    const found = violationsIn(root).map((violation) => `${violation.rule.name}: ${violation.from}`);
    expect(found).toEqual([]);
  });
});

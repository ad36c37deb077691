import { expect, it } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const locked = Object.entries(lock.packages as Readonly<Record<string, Locked>>).filter(([where]) => where !== '');

it('row 34: every dependency is at an exact version', () => {
  const ranges = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(ranges.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('row 34: every package of the lock has an integrity, and none is a link', () => {
  expect(locked.filter(([, { integrity, link }]) => link === true || !/^sha512-/.test(integrity ?? ''))).toEqual([]);
});

it('row 34: no package runs a script of its own when it is installed', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([where]) => where)).toEqual([]);
});

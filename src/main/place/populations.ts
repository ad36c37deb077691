import fs from 'node:fs';
import path from 'node:path';

/** Of `geography.json`, which scripts/build-geography.mjs makes: code first, inhabitants last. */
interface Geography {
  readonly communes: { readonly rows: readonly (readonly [string, ...unknown[], number])[] };
}

/** Inhabitants by commune code. Files of companies do not say them: they come with the application, for its maps. */
export type Populations = () => ReadonlyMap<string, number>;

/** Read once, when a map is first asked for. */
export function readPopulations(builtResourcesDir: string): Populations {
  let known: ReadonlyMap<string, number> | null = null;
  return () => {
    if (known !== null) return known;
    const file = path.join(builtResourcesDir, 'geography.json');
    const { communes } = JSON.parse(fs.readFileSync(file, 'utf8')) as Geography;
    known = new Map(communes.rows.map((row) => [row[0], Number(row.at(-1))]));
    return known;
  };
}

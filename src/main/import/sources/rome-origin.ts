import { UNKNOWN, type Origin } from '../source.ts';

/**
 * ROME files are open data of the public employment service (Licence Ouverte). Their names carry the version
 * ("..._v347_utf8.csv"), which says no year.
 */
export function romeOrigin(fileName: string): Origin {
  const version = /_v(\d)(\d+)(?:_|\.)/i.exec(fileName);
  const number = version === null ? null : `ROME v${version[1]}.${version[2]}`;
  return { publisher: 'Pôle emploi', licence: 'Licence Ouverte', vintage: number ?? UNKNOWN };
}

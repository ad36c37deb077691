import { fold } from '../../../src/shared/kernel/text.ts';
import { NEVER_SAID } from '../../support/never-said.ts';

/**
 * What no note of the demonstration says: the words of NEVER_SAID, and the beginnings of words about health, family,
 * religion, opinions and justice. Places ("crèche"), trades and what a person offers of themselves are not meant.
 */
const STEMS: readonly string[] = [
  ...[
    'depress',
    'malad',
    'cancer',
    'diabet',
    'handicap',
    'rqth',
    'invalid',
    'burn out',
    'psychiatr',
    'anxi',
    'angoiss',
  ],
  ...['alcool', 'drogue', 'addict', 'medicament', 'hospitalis', 'enceinte', 'grossesse', 'fatigue', 'diagnos', 'autis'],
  ...['mari ', 'sa femme', 'epou', 'conjoint', 'divorc', 'veuf', 'veuve', 'celibat', 'mere isolee', 'pere isole'],
  ...['ses enfants', 'trois enfants', 'deux enfants', 'sa fille', 'son fils', 'garde d enfant', 'concubin'],
  ...['religi', 'priere', 'ramadan', 'mosquee', 'eglise', 'musulman', 'catholi', 'juif', 'voile ', 'syndic', 'opinion'],
  ...['prison', 'deten', 'condamn', 'sans papiers', 'etranger en', 'illettr', 'ne parle pas', 'paresse', 'oisif'],
  ...['frein', 'peu motive', 'pas motive', 'manque de volonte', 'fragil', 'instable', 'absenteis', 'no show'],
];

/** The first of these words in a text; null when there is none. */
export function forbiddenIn(text: string): string | null {
  const folded = ` ${fold(text)} `;
  return (
    NEVER_SAID.find((word) => folded.includes(` ${fold(word)} `)) ??
    STEMS.find((stem) => folded.includes(` ${stem}`)) ??
    null
  );
}

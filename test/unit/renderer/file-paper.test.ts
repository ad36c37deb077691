import { describe, expect, it } from 'vitest';
import { filePaper } from '../../../src/renderer/screens/case-file/file-paper.ts';
import type { CaseExport } from '../../../src/shared/domain/case-export/case-export.schema.ts';
import { frenchWords } from './french-words.ts';

const AT = Date.UTC(2026, 8, 1, 10);
const EMPTY: CaseExport = {
  ...{ format: 'vis-a-vis.case-file', version: 1, madeAt: AT, madeBy: 'Camille', agency: 'Agence d’essai' },
  file: {
    ...{ id: 'a', openedAt: AT, closedOn: null, closingReason: null, outcome: null, archivedOn: null },
    ...{ isComputingOff: false, tags: [], retention: { eraseAfter: null, mayEraseFrom: null, next: [] } as never },
  },
  ...{ facts: [], readings: [], notes: [], contacts: [], appointments: [], actions: [], engagements: [] },
  ...{ preparation: [], laterOutcomes: [], decisions: [], ownEmployers: [], approaches: [], sheets: [] },
  ...{ accesses: [], log: [] },
};
const textOf = (data: Partial<CaseExport>): string =>
  JSON.stringify(
    filePaper(
      frenchWords,
      { ...EMPTY, ...data },
      { today: '2026-09-01', zone: 'Europe/Paris', reason: 'à sa demande' },
    ),
  ).replaceAll(/[\u00a0\u202f]/g, ' ');

/** The page and the data hold the same: whoever does not read data misses nothing of what is kept. */
describe('the page that a person reads of their whole file', () => {
  it('says how the file ended, that computing is off, and its tags', () => {
    const file = { ...EMPTY.file, closedOn: '2026-02-20', closingReason: 'moved', outcome: 'moved' } as const;
    const text = textOf({ file: { ...file, isComputingOff: true, tags: ['Atelier du mardi'] } });
    for (const told of ['20 février 2026', 'Issue : déménagement.', 'pas avoir de suggestions', 'Atelier du mardi']) {
      expect(text).toContain(told);
    }
  });

  it('says what was told six months after, and the lines of preparation with who wrote them', () => {
    const by = { writtenBy: 'Idriss' } as const;
    const text = textOf({
      laterOutcomes: [{ closedOn: '2026-02-20', situation: 'training', on: '2026-08-25', at: AT, ...by }],
      preparation: [{ text: 'le potager partagé', writtenAt: AT, goneOn: '2026-10-01', ...by }],
    });
    for (const told of ['Six mois après : formation.', 'le potager partagé', 'Écrit par Idriss.', '1er octobre 2026']) {
      expect(text).toContain(told);
    }
  });

  it('says what contracts say, a copy that was replaced as replaced', () => {
    const terms = { signedOn: '2026-01-05', startsOn: '2026-01-05', endsOn: null, weeklyHours: 10 } as const;
    const copy = { ...terms, id: 'e', kind: 'youth', commitments: ['la cyberbase'], reference: 'X1', replaces: null };
    const text = textOf({ engagements: [{ ...copy, actorName: 'Camille', at: AT, replacedBy: 'f' } as never] });
    for (const told of ['Contrat d’engagement jeune', '10 h par semaine', 'la cyberbase', 'Remplacé depuis']) {
      expect(text).toContain(told);
    }
  });

  it('says which companies one of the two knew, decided of or not', () => {
    const own = { id: 'o', name: 'Conserverie', communeName: 'Metz', approach: 'demander au guichet' };
    expect(textOf({ ownEmployers: [{ ...own, actorName: 'Camille', at: AT }] })).toContain('demander au guichet');
  });

  it('speaks to its person', () => {
    const said = { saidBy: 'person', saidOn: '2026-03-04', by: 'Camille', at: AT } as const;
    const text = textOf({ facts: [{ field: 'address', value: '2 rue des Lilas', ...said, before: [] }] });
    expect(text).toContain('Comment vous appeler');
    expect(text).toContain('(dit par vous, le 4 mars 2026)');
  });
});

import type { CallInput } from '../../src/shared/contract/index.ts';
import type { SeededFile } from './seeded-file.ts';

export const A_SHEET = {
  ...{ isLarge: false, isReadTogether: true, bring: ['cv'], phone: '01 99 00 12 34' },
} satisfies Omit<CallInput<'sheet.compose'>, 'caseId'>;

type PaperCallName =
  | `sheet.${'compose' | 'keep' | 'handOver' | 'list' | 'waiting'}`
  | `caseFile.${'recordLeaving' | 'compile'}`
  | 'explanation.ofDecision';

/** One input of each call about what leaves a file. */
export function paperInputs(
  { caseId, decisionId, sheet }: Pick<SeededFile, 'caseId' | 'decisionId' | 'sheet'>,
  newId: () => string,
): { readonly [N in PaperCallName]: CallInput<N> } {
  const command = () => ({ commandId: newId(), caseId });
  const handing = { way: 'post', on: '2026-09-01' } as const;
  return {
    'caseFile.recordLeaving': { caseId, paper: 'sheet', medium: 'paper' },
    'caseFile.compile': { caseId },
    'explanation.ofDecision': { caseId, decisionId },
    'sheet.compose': { caseId, ...A_SHEET },
    'sheet.keep': { ...command(), ...A_SHEET },
    'sheet.handOver': { ...command(), ...handing, sheetId: sheet.id, baseRevision: sheet.revision },
    'sheet.list': { caseId },
    'sheet.waiting': {},
  };
}

import { operations } from './migrations/10-operations.ts';
import { caseFiles } from './migrations/20-case-files.ts';
import { decisionsAndNotes } from './migrations/30-decisions-and-notes.ts';
import { theDesk } from './migrations/40-the-desk.ts';
import { wordsOfNotes } from './migrations/50-words-of-notes.ts';
import { agenda } from './migrations/70-agenda.ts';
import { approaches } from './migrations/80-approaches.ts';
import { readings } from './migrations/90-readings.ts';
import { thePlan } from './migrations/100-the-plan.ts';
import { theChainAndHandOvers } from './migrations/120-the-chain-and-hand-overs.ts';
import { employerReports } from './migrations/140-employer-reports.ts';
import { sheets } from './migrations/150-sheets.ts';

/**
 * What the store of case files is made of, by steps numbered by tens. A step that was ever released is never edited: its
 * checksum is kept in the store, and what must change is another step.
 */
export const MIGRATIONS = [
  operations,
  caseFiles,
  decisionsAndNotes,
  theDesk,
  wordsOfNotes,
  agenda,
  approaches,
  readings,
  thePlan,
  theChainAndHandOvers,
  employerReports,
  sheets,
] as const;

import {
  hasAnswered,
  reminderOf,
  stageOf,
  type ApproachEntry,
  type ApproachThread,
} from '../../shared/domain/approach/approach.rules.ts';
import { itemKey, threadId } from '../../shared/domain/decision/decision.rules.ts';
import type { DecisionItem } from '../../shared/domain/decision/decision.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface ApproachRowOfStore {
  readonly caseId: string;
  readonly item: string;
  readonly name: string;
  readonly entries: string;
  readonly sentence: string;
  readonly sentenceRevision: number;
}

/** How many people had an answer of an employer, and how many were hired by one. */
export interface ApproachCounts {
  readonly answered: number;
  readonly hired: number;
}

export interface ApproachRepository {
  read(id: string): ApproachThread | null;
  write(thread: ApproachThread): void;
  ofCase(caseId: string): readonly ApproachThread[];
  counted(): ApproachCounts;
}

const COLUMNS = 'case_id AS caseId, item, name, entries, sentence, sentence_revision AS sentenceRevision';

export function approachRepository(db: WriteDb): ApproachRepository {
  const one = db.prepare<[string], ApproachRowOfStore>(`SELECT ${COLUMNS} FROM approach WHERE id = ?`);
  const ofCase = db.prepare<[string], ApproachRowOfStore>(`SELECT ${COLUMNS} FROM approach WHERE case_id = ?`);
  // People, and not approaches: five answers to one person would point to them.
  const counted = db.prepare<[], ApproachCounts>(`
    SELECT count(DISTINCT CASE WHEN has_answer = 1 THEN case_id END) AS answered,
      count(DISTINCT CASE WHEN stage = 'hired' THEN case_id END) AS hired FROM approach`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO approach
      (id, case_id, item_key, item, name, stage, has_answer, due_kind, due_on, entries, sentence, sentence_revision)
    VALUES (@id, @caseId, @itemKey, @item, @name, @stage, @hasAnswer, @dueKind, @dueOn, @entries, @sentence,
      @sentenceRevision)`);
  return {
    read(id) {
      const row = one.get(id);
      return row === undefined ? null : toThread(row);
    },
    write(thread) {
      const due = reminderOf(thread);
      put.run({
        ...thread,
        id: threadId(thread.caseId, thread.item),
        itemKey: itemKey(thread.item),
        item: JSON.stringify(thread.item),
        stage: stageOf(thread),
        hasAnswer: Number(hasAnswered(thread)),
        dueKind: due?.kind ?? null,
        dueOn: due?.on ?? null,
        entries: JSON.stringify(thread.entries),
      });
    },
    ofCase: (caseId) => ofCase.all(caseId).map(toThread),
    counted: () => counted.get() ?? { answered: 0, hired: 0 },
  };
}

function toThread(row: ApproachRowOfStore): ApproachThread {
  return {
    ...row,
    item: JSON.parse(row.item) as DecisionItem,
    entries: JSON.parse(row.entries) as ApproachEntry[],
  };
}

import { describe, expect, it } from 'vitest';
import { BACKUP_KINDS, type BackupKind } from '../../../src/shared/domain/backup/backup.schema.ts';
import { changeFamilyOf } from '../../../src/shared/domain/backup/change-family.rules.ts';
import { isCopyDue, type CopyMoment } from '../../../src/shared/domain/backup/copy-due.rules.ts';
import { copiesToRemove, type DatedCopy } from '../../../src/shared/domain/backup/retention.rules.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { addDays, daysBetween, type LocalDate } from '../../../src/shared/kernel/local-date.ts';

const TODAY = '2026-11-27' as LocalDate;

function copy(daysAgo: number, kind: BackupKind = 'daily'): DatedCopy {
  const day = addDays(TODAY, -daysAgo);
  return { backupId: `${kind}-${daysAgo}`, kind, takenAt: Date.parse(`${day}T08:00:00Z`), day };
}

const keptOf = (copies: readonly DatedCopy[]): readonly string[] => {
  const removed = new Set(copiesToRemove(copies, TODAY));
  return copies.map(({ backupId }) => backupId).filter((id) => !removed.has(id));
};

describe('which copies are kept', () => {
  it('is each of fourteen days, then one a week for eight weeks', () => {
    const kept = keptOf(Array.from({ length: 120 }, (_, day) => copy(day)));
    expect(kept.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, day) => `daily-${day}`));
    expect(kept.slice(14)).toHaveLength(9);
    expect(kept.slice(14, 17)).toEqual(['daily-14', 'daily-19', 'daily-26']);
  });

  it('is thirty days of what a restore or an update replaced', () => {
    const copies = [
      copy(0),
      ...[29, 30, 45].flatMap((age) => [copy(age, 'before-restore'), copy(age, 'before-update')]),
    ];
    expect(keptOf(copies)).toEqual(['daily-0', 'before-restore-29', 'before-update-29']);
  });

  it('never goes without the newest one, however old, nor removes one of the future', () => {
    expect(keptOf([copy(400), copy(401)])).toEqual(['daily-400']);
    expect(keptOf([copy(-3), copy(300)])).toEqual(['daily--3']);
  });

  it('holds for any set of copies: the newest one stays, removing twice removes nothing more', () => {
    const draw = drawFrom(20_261_127);
    for (let turn = 0; turn < 500; turn += 1) {
      const copies = Array.from({ length: draw.below(40) }, (_, index) => ({
        ...copy(draw.between(-3, 200), draw.pick(BACKUP_KINDS)),
        backupId: `copy-${index}`,
        takenAt: draw.below(1_000_000_000),
      }));
      const removed = new Set(copiesToRemove(copies, TODAY));
      const newest = copies.toSorted((a, b) => b.takenAt - a.takenAt)[0];
      if (newest !== undefined) expect(removed.has(newest.backupId)).toBe(false);
      const rest = copies.filter(({ backupId }) => !removed.has(backupId));
      expect(copiesToRemove(rest, TODAY)).toEqual([]);
      for (const one of rest.filter((kept) => kept !== newest)) {
        expect(daysBetween(one.day, TODAY)).toBeLessThan(14 + 56);
      }
    }
  });
});

describe('the copy of the day', () => {
  const moment: CopyMoment = { today: TODAY, days: [addDays(TODAY, -1)], copied: 'a', current: 'b', empty: '' };
  it('is due once a day, when something was written since the last one', () => {
    expect(isCopyDue(moment)).toBe(true);
    expect(isCopyDue({ ...moment, current: 'a' })).toBe(false);
    expect(isCopyDue({ ...moment, days: [TODAY] })).toBe(false);
  });

  it('is due when there is none, or when what the last one held is not known', () => {
    expect(isCopyDue({ ...moment, days: [], current: 'a' })).toBe(true);
    expect(isCopyDue({ ...moment, copied: null, days: [TODAY] })).toBe(true);
    expect(isCopyDue({ ...moment, days: [], current: '' })).toBe(false);
  });
});

describe('what was done', () => {
  it('has a word of its own, or is something else', () => {
    expect(['caseFile.create', 'caseFile.setField', 'note.validate', 'ownEmployer.add'].map(changeFamilyOf)).toEqual([
      ...['file-opened', 'fact', 'note', 'company'],
    ]);
    expect(changeFamilyOf('savedView.save')).toBe('other');
  });
});

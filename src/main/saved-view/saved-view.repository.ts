import type { SavedPortfolioView } from '../../shared/domain/case-file/portfolio-view.schema.ts';
import type { KeptView } from '../../shared/domain/saved-view/saved-view.rules.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface ViewRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly view: string;
  readonly isRemoved: number;
  readonly revision: number;
}

export interface SavedViewRepository {
  read(id: string): KeptView | null;
  write(view: KeptView): void;
  /** Those of an account, without those taken out. */
  ofAccount(accountId: string): readonly KeptView[];
}

export function savedViewRepository(db: WriteDb): SavedViewRepository {
  const columns = 'id, account_id AS accountId, name, view, is_removed AS isRemoved, revision';
  const one = db.prepare<[string], ViewRow>(`SELECT ${columns} FROM saved_view WHERE id = ?`);
  const ofAccount = db.prepare<[string], ViewRow>(
    `SELECT ${columns} FROM saved_view WHERE account_id = ? AND is_removed = 0`,
  );
  const put = db.prepare(`
    INSERT INTO saved_view (id, account_id, name, view, is_removed, revision)
    VALUES (@id, @accountId, @name, @view, @isRemoved, @revision)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, view = excluded.view, is_removed = excluded.is_removed,
      revision = excluded.revision`);
  return {
    read(id) {
      const row = one.get(id);
      return row === undefined ? null : toView(row);
    },
    write: (kept) => void put.run({ ...kept, view: JSON.stringify(kept.view), isRemoved: kept.isRemoved ? 1 : 0 }),
    ofAccount: (accountId) => ofAccount.all(accountId).map(toView),
  };
}

function toView(row: ViewRow): KeptView {
  return { ...row, view: JSON.parse(row.view) as SavedPortfolioView, isRemoved: row.isRemoved === 1 };
}

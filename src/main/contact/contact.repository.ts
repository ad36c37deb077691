import type { Contact } from '../../shared/domain/contact/contact.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface ContactRow extends Omit<Contact, 'isExchange' | 'isWithdrawn'> {
  readonly isExchange: number;
  readonly isWithdrawn: number;
}

const COLUMNS = `id, case_id AS caseId, day AS "on", channel, initiated_by AS initiatedBy, is_exchange AS isExchange, line,
  actor_id AS actorId, at, is_withdrawn AS isWithdrawn, revision`;

export function contactRepository(db: WriteDb) {
  const one = db.prepare<[string], ContactRow>(`SELECT ${COLUMNS} FROM contact WHERE id = ?`);
  const ofCase = db.prepare<[string], ContactRow>(
    `SELECT ${COLUMNS} FROM contact WHERE case_id = ? AND is_withdrawn = 0 ORDER BY day DESC, at DESC`,
  );
  const put = db.prepare(`
    INSERT OR REPLACE INTO contact
      (id, case_id, day, channel, initiated_by, is_exchange, line, actor_id, at, is_withdrawn, revision)
    VALUES (@id, @caseId, @on, @channel, @initiatedBy, @isExchange, @line, @actorId, @at, @isWithdrawn, @revision)`);
  const toContact = (row: ContactRow): Contact => ({
    ...row,
    isExchange: row.isExchange === 1,
    isWithdrawn: row.isWithdrawn === 1,
  });
  return {
    read(id: string): Contact | null {
      const row = one.get(id);
      return row === undefined ? null : toContact(row);
    },
    write(contact: Contact): void {
      put.run({ ...contact, isExchange: Number(contact.isExchange), isWithdrawn: Number(contact.isWithdrawn) });
    },
    ofCase: (caseId: string): readonly Contact[] => ofCase.all(caseId).map(toContact),
  };
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { cleanLine } from '@forum/interchange/text/clean-text';
import { Database, type Transaction } from '../database/database.ts';
import { one } from '../database/one.ts';

export type ImportSubject = 'programme' | 'firms';
type ImportState = 'proposed' | 'applied' | 'discarded';

/** A file that was read, and the difference that was shown for it. */
export interface ProposedImport<Difference> {
  id: string;
  source: string;
  difference: Difference;
  state: ImportState;
  createdAt: string;
}

/** One that is about to be applied, with what was read, and the print of the difference that was shown for it. */
export interface TakenImport<Difference> extends ProposedImport<Difference> {
  /** JSON. */
  reading: string;
  /** Null once it is discarded. */
  print: string | null;
}

interface NewImport<Difference> {
  editionId: string;
  subject: ImportSubject;
  source: string;
  /** JSON. */
  reading: string;
  /** Null once it is discarded. */
  print: string | null;
  difference: Difference;
  by: string;
}

const columns = 'id, source, difference, state, utc(created_at) as "createdAt"';
const shown = 20;

/** Keeps what was read from files until somebody applies it; knows nothing of what it is about. */
@Injectable()
export class ProposedImports {
  constructor(private readonly database: Database) {}

  async add<Difference>(
    transaction: Transaction,
    { editionId, subject, source, reading, print, difference, by }: NewImport<Difference>,
  ): Promise<ProposedImport<Difference>> {
    const row = one(
      await transaction.query<ProposedImport<Difference>>(
        `insert into proposed_import (edition_id, subject, source, content, difference, created_by)
       values ($1, $2, $3, jsonb_build_object('print', $4::text, 'reading', $5::jsonb), $6, $7) returning ${columns}`,
        [editionId, subject, cleanLine(source), print, reading, JSON.stringify(difference), by],
      ),
    );
    return row;
  }

  /** The newest imports of an edition. */
  list<Difference>(editionId: string, subject: ImportSubject): Promise<ProposedImport<Difference>[]> {
    return this.database.rows(
      `select ${columns} from proposed_import where edition_id = $1 and subject = $2
       order by created_at desc, id desc limit ${shown}`,
      [editionId, subject],
    );
  }

  /** Takes one to apply it: nobody else applies it meanwhile. */
  async take<Difference>(
    transaction: Transaction,
    { editionId, subject, id }: { editionId: string; subject: ImportSubject; id: string },
  ): Promise<TakenImport<Difference>> {
    const [row] = await transaction.query<TakenImport<Difference>>(
      `select ${columns}, content->>'print' as print, coalesce(content->'reading', content)::text as reading
       from proposed_import where edition_id = $1 and subject = $2 and id = $3 for update`,
      [editionId, subject, id],
    );
    if (!row) throw new DomainError('not_found', { import: id }, `There is no import ${id} in this edition.`);
    return row;
  }

  /** Ends the wait for somebody to apply it: another difference is shown instead. */
  async discard(transaction: Transaction, id: string): Promise<void> {
    await transaction.query(`update proposed_import set state = 'discarded', content = '{}' where id = $1`, [
      id,
    ]);
  }

  /** Ends the wait of one that was applied, and of those read before it: they tell of an older state of things. */
  async applied(transaction: Transaction, id: string): Promise<void> {
    await transaction.query(
      `update proposed_import p
       set state = case when p.id = a.id then 'applied' else 'discarded' end, content = '{}',
         applied_at = case when p.id = a.id then now() end
       from proposed_import a
       where a.id = $1 and p.edition_id = a.edition_id and p.subject = a.subject and p.state = 'proposed'
         and (p.created_at, p.id) <= (a.created_at, a.id)`,
      [id],
    );
  }
}

/** The refusal of an import whose difference is not the one that was shown; `fresh` shows what it would do now. */
export const importIsStale = (fresh: string | null) =>
  new DomainError(
    'version.stale',
    { import: fresh },
    fresh
      ? `What this import would do has changed since it was shown. Look at the new difference, import ${fresh}, and apply that.`
      : 'This import is out of date: a newer one was applied, or what it would do has changed. Import the file again to see what it would do now.',
  );

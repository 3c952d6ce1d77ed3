import { Injectable } from '@nestjs/common';
import type { ComponentLine } from '@forum/contract/advice/worksheets';
import { DomainError } from '@forum/domain/errors';
import { Database, type SqlReader } from '../../database/database.ts';

/** A worksheet as it is kept. */
export interface WorksheetRow {
  id: string;
  version: number;
  title: string;
  currency: string;
  lines: ComponentLine[];
  sharedWith: { id: string; name: string }[];
  updatedAt: string;
}

/** A worksheet that another firm shares; its lines are for reckoning the ratio and go no further. */
export interface ReceivedRow {
  id: string;
  from: { id: string; name: string };
  title: string;
  lines: ComponentLine[];
}

const columns = `w.id, w.version, w.title, w.currency, w.lines, utc(w.updated_at) as "updatedAt",
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) order by f.folded_name, f.id), '[]')
   from worksheet_share s join firm f on f.id = s.firm_id where s.worksheet_id = w.id) as "sharedWith"`;

/** The worksheets of a firm, and those that others share with it. */
@Injectable()
export class WorksheetsRepository {
  constructor(private readonly database: Database) {}

  list(editionId: string, firmId: string, reader: SqlReader = this.database.reader): Promise<WorksheetRow[]> {
    return reader.query(
      `select ${columns} from worksheet w where w.edition_id = $1 and w.firm_id = $2 order by w.updated_at desc, w.id limit 100`,
      [editionId, firmId],
    );
  }

  received(
    editionId: string,
    firmId: string,
    reader: SqlReader = this.database.reader,
  ): Promise<ReceivedRow[]> {
    return reader.query(
      `select w.id, json_build_object('id', f.id, 'name', f.name) as "from", w.title, w.lines
       from worksheet_share s join worksheet w on w.id = s.worksheet_id join firm f on f.id = w.firm_id
       where s.edition_id = $1 and s.firm_id = $2 order by f.folded_name, w.title, w.id limit 200`,
      [editionId, firmId],
    );
  }

  /** A firm's own worksheet; another's is not there. */
  async one(
    editionId: string,
    firmId: string,
    id: string,
    reader: SqlReader = this.database.reader,
  ): Promise<WorksheetRow> {
    const [row] = await reader.query<WorksheetRow>(
      `select ${columns} from worksheet w where w.edition_id = $1 and w.firm_id = $2 and w.id = $3`,
      [editionId, firmId, id],
    );
    if (!row) throw new DomainError('not_found', { worksheet: id }, 'Your firm has no such worksheet.');
    return row;
  }
}

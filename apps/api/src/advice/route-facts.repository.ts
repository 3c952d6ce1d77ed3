import { Injectable } from '@nestjs/common';
import {
  type FactName,
  type OwnFacts,
  type RouteFacts,
  routeFacts,
} from '@forum/contract/advice/route-facts';
import { Database, type SqlReader } from '../database/database.ts';
import { noSuchFirm } from '../firms/firms.repository.ts';

interface Row {
  id: string;
  name: string;
  version: number;
  content: Partial<RouteFacts>;
  shared: FactName[];
  updatedAt: string | null;
}

/** A firm of an edition with what it has said of itself. */
export interface FirmWithFacts extends OwnFacts {
  id: string;
  name: string;
}

/** What firms have said of themselves; a firm that has said nothing has facts that are all unknown. */
@Injectable()
export class RouteFactsRepository {
  constructor(private readonly database: Database) {}

  async one(
    editionId: string,
    firmId: string,
    reader: SqlReader = this.database.reader,
  ): Promise<FirmWithFacts> {
    const [row] = await reader.query<Row>(
      `select f.id, f.name, coalesce(r.version, 0) as version, coalesce(r.content, '{}') as content,
         coalesce(r.shared, '{}') as shared, utc(r.updated_at) as "updatedAt"
       from firm_in_edition e join firm f on f.id = e.firm_id left join route_facts r on r.firm_id = f.id
       where e.edition_id = $1 and f.id = $2 and e.removed_at is null`,
      [editionId, firmId],
    );
    if (!row) throw noSuchFirm(firmId);
    const { id, name, version, content, shared, updatedAt } = row;
    return { id, name, version, facts: routeFacts.parse(content), shared, updatedAt };
  }
}

/** Of what a firm has said, only what it lets the advice of others use. */
export function sharedFacts({ facts, shared }: OwnFacts): RouteFacts {
  const entries = Object.entries(facts).filter(([name]) => (shared as string[]).includes(name));
  return routeFacts.parse(Object.fromEntries(entries));
}

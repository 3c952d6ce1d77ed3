import { Injectable } from '@nestjs/common';
import type { readAllNeeds, readNeeds } from '@forum/contract/delegations/needs';
import type { RouteOutput } from '@forum/contract/route';
import { Database } from '../../database/database.ts';
import { noSuchDelegate } from '../delegates/delegates.repository.ts';

type Needs = RouteOutput<typeof readAllNeeds>['dietary'];

const mostNeeds = 500;

/** What delegates need at table and at the door: written for the host, who passes on numbers without names. */
@Injectable()
export class NeedsRepository {
  constructor(private readonly database: Database) {}

  async of(editionId: string, delegateId: string): Promise<RouteOutput<typeof readNeeds>> {
    const row = await this.database.row<RouteOutput<typeof readNeeds>>(
      `select dietary, access_needs as access from delegate
       where edition_id = $1 and id = $2 and submitted_at is not null`,
      [editionId, delegateId],
    );
    if (!row) throw noSuchDelegate(delegateId);
    return row;
  }

  async all(editionId: string): Promise<RouteOutput<typeof readAllNeeds>> {
    return {
      dietary: await this.#counted(editionId, 'dietary'),
      access: await this.#counted(editionId, 'access_needs'),
    };
  }

  /** People write freely: what differs in case alone is one need, in the spelling that most chose. */
  #counted(editionId: string, column: 'dietary' | 'access_needs'): Promise<Needs> {
    return this.database.rows(
      `select mode() within group (order by trim(${column})) as need, count(*)::int as delegates from delegate
       where edition_id = $1 and state = 'accredited' and trim(${column}) <> ''
       group by lower(trim(${column})) order by delegates desc, need limit ${mostNeeds}`,
      [editionId],
    );
  }
}

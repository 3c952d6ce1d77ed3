import { Injectable } from '@nestjs/common';
import type { createFeed, readFeed } from '@forum/contract/calendar/calendar';
import type { RouteOutput } from '@forum/contract/route';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { type Admitted, editionOf, personOf } from '../http/viewer.ts';
import { hashOf, newSecret } from '../identity/secrets.ts';

/** The secret addresses of personal calendars: one a person and edition, known to nobody but them. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async of(viewer: Admitted): Promise<RouteOutput<typeof readFeed>> {
    const row = await this.database.row<{ createdAt: string }>(
      `select utc(created_at) as "createdAt" from calendar_feed
       where edition_id = $1 and person_id = $2 and revoked_at is null`,
      [editionOf(viewer).id, personOf(viewer).id],
    );
    return { createdAt: row?.createdAt ?? null };
  }

  /** Makes a new address; the one before stops working. */
  async create(viewer: Admitted): Promise<RouteOutput<typeof createFeed>> {
    const owner = [editionOf(viewer).id, personOf(viewer).id];
    const secret = newSecret();
    await this.database.write(async (transaction) => {
      await transaction.query('select id from person where id = $1 for no key update', [owner[1]]);
      await transaction.query(
        'update calendar_feed set revoked_at = now() where edition_id = $1 and person_id = $2 and revoked_at is null',
        owner,
      );
      await transaction.query(
        'insert into calendar_feed (edition_id, person_id, secret_hash) values ($1, $2, $3)',
        [...owner, hashOf(secret)],
      );
    });
    return { url: `${new URL(this.config.baseUrl).origin}/api/feeds/${secret}/agenda.ics` };
  }

  async revoke(viewer: Admitted): Promise<void> {
    await this.database.rows(
      'update calendar_feed set revoked_at = now() where edition_id = $1 and person_id = $2 and revoked_at is null',
      [editionOf(viewer).id, personOf(viewer).id],
    );
  }
}

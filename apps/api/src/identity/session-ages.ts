import { Injectable } from '@nestjs/common';
import { staffRoles } from '@forum/domain/identity/role';
import { sessionEnd, type SessionFacts } from '@forum/domain/identity/session-end';
import { Database } from '../database/database.ts';
import { sessionLifetime } from './session-cookie.ts';

/** Ends sessions by their age, as it is found with use: roles and phases of editions change meanwhile. */
@Injectable()
export class SessionAges {
  constructor(private readonly database: Database) {}

  /** Whether a session that is used now goes on; then its use is noted. */
  async goesOn(sessionId: string): Promise<boolean> {
    const facts = await this.database.row<SessionFacts>(
      `select utc(s.created_at) as "openedAt", coalesce(s.zone, p.device_zone, 'UTC') as "deviceZone",
         p.secretariat or exists (select from role_grant g join edition e on e.id = g.edition_id
           where g.person_id = p.id and g.role = any($2) and e.phase <> 'archived') as "isHost",
         (select e.zone from edition e where e.phase = 'live' and (p.secretariat or exists (
            select from role_grant g where g.edition_id = e.id and g.person_id = p.id and g.role = any($2)))
          order by e.year, e.id limit 1) as "liveZone",
         exists (select from delegate d join edition e on e.id = d.edition_id where d.person_id = p.id
           and e.phase = 'live' and d.state in ('submitted', 'accredited', 'waitlisted')) as "attendsLive"
       from sign_in_session s join person p on p.id = s.person_id where s.id = $1`,
      [sessionId, staffRoles],
    );
    if (!facts) return false;
    const end = sessionEnd(facts);
    if (end !== null && Date.parse(end) <= Date.now()) {
      await this.database.rows('delete from sign_in_session where id = $1', [sessionId]);
      return false;
    }
    await this.database.rows(
      `update sign_in_session set last_seen_at = now(), expires_at = now() + $2 * interval '1 millisecond',
         ends_at = coalesce($3::timestamptz, now() + interval '1 day') where id = $1`,
      [sessionId, sessionLifetime, end],
    );
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import { type editMe, type listSessions, type whoAmI } from '@forum/contract/identity';
import { type RouteInput, type RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { usableRoles } from '@forum/domain/identity/second-factor';
import { canonicalZone } from '@forum/domain/time/zoned';
import { Database } from '../database/database.ts';
import { personOf, type Viewer } from '../http/viewer.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { hasFactor, wantsFactor } from './factors/factor-holders.ts';
import { Viewers } from './viewers.ts';

/** What a signed-in person sees and sets of themselves. */
@Injectable()
export class Me {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly events: SecurityEvents,
  ) {}

  /** The signed-in person with their editions; null when nobody is signed in. */
  async describe(viewer: Viewer): Promise<RouteOutput<typeof whoAmI>> {
    if (!viewer.person) return null;
    const self = viewer.aide ?? viewer.person;
    const row = await this.database.row<RouteOutput<typeof whoAmI> & object>(
      `select p.id, p.mail, p.display_name as name, p.language, p.zone, p.device_zone as "deviceZone",
         json_build_object('wanted', ${wantsFactor('p.id')}, 'enrolled', ${hasFactor('p.id')}, 'shown', $3::boolean) as "secondFactor",
         (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.display_name) order by q.sort_key, q.id), '[]')
          from aide a join person q on q.id = a.principal_id
          where a.person_id = p.id and a.accepted_at is not null and a.ended_at is null) as principals,
         (select coalesce(json_agg(json_build_object('slug', e.slug, 'roles', s.roles, 'delegateId', s.delegate_id,
             'accredited', s.accredited, 'firmId', s.firm_id, 'delegationId', d.delegation_id) order by e.year desc), '[]')
          from edition e cross join lateral standing_of($2, e.id) s left join delegate d on d.id = s.delegate_id
          where s.roles <> '{}' or s.delegate_id is not null) as editions
       from person p where p.id = $1`,
      [self.id, viewer.person.id, viewer.factorAt !== null],
    );
    if (!row) return null;
    const editions = row.editions.map((edition) => ({
      ...edition,
      roles: [...usableRoles(edition.roles, viewer.factorAt !== null).usable],
    }));
    return {
      ...row,
      editions,
      actingFor: viewer.aide ? { id: viewer.person.id, name: viewer.person.name } : null,
    };
  }

  /** Sets how the person who really sits there reads: never the principal's settings. */
  async edit(viewer: Viewer, change: RouteInput<typeof editMe>['body']): Promise<void> {
    const self = viewer.aide ?? personOf(viewer);
    const zone = change.zone ? canonicalZone(change.zone) : change.zone;
    const { language = null, deviceZone = null } = change;
    // Kept as the device names it, so that it knows its own name again.
    if (deviceZone !== null) canonicalZone(deviceZone);
    await this.database.rows(
      `update person set language = coalesce($2, language), zone = case when $4 then $3 else zone end,
         device_zone = coalesce($5, device_zone) where id = $1`,
      [self.id, language, zone ?? null, zone !== undefined, deviceZone],
    );
    if (deviceZone !== null) {
      await this.database.rows('update sign_in_session set zone = $2 where id = $1', [
        viewer.sessionId,
        canonicalZone(deviceZone),
      ]);
    }
  }

  async sessions(viewer: Viewer): Promise<RouteOutput<typeof listSessions>> {
    const self = viewer.aide ?? personOf(viewer);
    const rows = await this.database.rows<{ id: string; device: string; createdAt: Date; lastSeenAt: Date }>(
      `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt" from sign_in_session
       where person_id = $1 and expires_at > now() order by last_seen_at desc, id limit 100`,
      [self.id],
    );
    return rows.map((row) => ({
      ...row,
      current: row.id === viewer.sessionId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }));
  }

  /** Ends a session of one's own; true when it was the one that asks. */
  async endSession(viewer: Viewer, which: string): Promise<boolean> {
    const self = viewer.aide ?? personOf(viewer);
    const id = which === 'current' ? viewer.sessionId : which;
    const isOwn = id === viewer.sessionId;
    await this.database.write(async (transaction) => {
      const ended = await transaction.query(
        'delete from sign_in_session where id = $1 and person_id = $2 returning id',
        [id, self.id],
      );
      if (ended.length === 0)
        throw new DomainError('not_found', { session: which }, 'You have no such session.');
      const event = isOwn ? ({ kind: 'sign-out' } as const) : ({ kind: 'session.ended' } as const);
      await this.events.record(transaction, viewer, { ...event, what: 'by its owner', subjectId: id });
    });
    this.viewers.forget();
    return isOwn;
  }
}

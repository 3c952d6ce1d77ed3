import { Injectable } from '@nestjs/common';
import type { editMe, listSessions, whoAmI } from '@forum/contract/identity/me';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { usableRoles } from '@forum/domain/identity/second-factor';
import { canonicalZone } from '@forum/domain/time/zoned';
import { Database } from '../database/database.ts';
import { type Acting, noStanding, personOf, type Viewer } from '../http/viewer.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { editionOfAide } from './aides/aide-relations.repository.ts';
import { hasFactor, wantsFactor } from './factors/factor-holders.repository.ts';
import { Viewers } from './viewers.ts';

type SelfInEdition = (RouteOutput<typeof whoAmI> & object)['editions'][number];

const ownEdition = `json_build_object('slug', e.slug, 'roles', s.roles, 'delegateId', s.delegate_id,
  'accredited', s.accredited, 'firmId', s.firm_id, 'delegationId', d.delegation_id)`;

/** What a signed-in person sees and sets of themselves, for whomever they act. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly events: SecurityEvents,
  ) {}

  /** The signed-in person with their editions; null when nobody is signed in. */
  async describe(viewer: Viewer): Promise<RouteOutput<typeof whoAmI>> {
    if (!viewer.person) return null;
    const row = await this.database.row<Omit<RouteOutput<typeof whoAmI> & object, 'actingFor'>>(
      `select p.id, p.mail, p.display_name as name, p.language, p.zone, p.device_zone as "deviceZone", $4::boolean as secretariat,
         json_build_object('wanted', ${wantsFactor('p.id')}, 'enrolled', ${hasFactor('p.id')}, 'shown', $2::boolean) as "secondFactor",
         (select json_build_object('given', q.given, 'family', q.family, 'nativeScript', q.native_script,
             'nativeLanguage', q.native_language, 'display', q.display_name, 'sortKey', q.sort_key, 'honorific', q.honorific)
          from person q where q.id = $3 and coalesce(q.given, q.family, q.native_script) is not null) as "proposedName",
         (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.display_name, 'aide', a.id,
             'edition', ${editionOfAide}, 'accredited', exists (select from delegate d where d.edition_id = a.edition_id
               and d.person_id = p.id and d.state = 'accredited')) order by e.starts_on, q.sort_key, q.id), '[]')
          from acting_aide a join person q on q.id = a.principal_id join edition e on e.id = a.edition_id
          where a.person_id = p.id) as principals,
         (select coalesce(json_agg(${ownEdition} order by e.year desc), '[]')
          from edition e cross join lateral standing_of(p.id, e.id) s left join delegate d on d.id = s.delegate_id
          where s.roles <> '{}' or s.delegate_id is not null) as editions
       from person p where p.id = $1`,
      [
        viewer.person.id,
        viewer.factorAt !== null,
        viewer.acting?.principal.id ?? viewer.person.id,
        viewer.secretariat,
      ],
    );
    if (!row) return null;
    const own = row.editions.map((edition) => ({
      ...edition,
      roles: [...usableRoles(edition.roles, viewer.factorAt !== null).usable],
    }));
    const { acting } = viewer;
    if (!acting) return { ...row, editions: own, actingFor: null };
    const { principal, aideId, editionSlug } = acting;
    return {
      ...row,
      actingFor: { id: principal.id, name: principal.name, aide: aideId, edition: editionSlug },
      editions: [
        ...own.filter(({ slug }) => slug !== editionSlug),
        await this.#actingEdition(viewer, acting),
      ],
    };
  }

  /** What somebody is for their principal, in the edition in which they act. */
  async #actingEdition(viewer: Viewer, { editionSlug }: Acting): Promise<SelfInEdition> {
    const standing = (await this.viewers.actingStanding(viewer)) ?? noStanding;
    const { roles, accredited, delegateId, firmId } = standing;
    const delegate = await this.database.row<{ delegationId: string | null }>(
      'select delegation_id as "delegationId" from delegate where id = $1',
      [delegateId],
    );
    return {
      slug: editionSlug,
      roles: [...roles],
      accredited,
      delegateId,
      firmId,
      delegationId: delegate?.delegationId ?? null,
    };
  }

  /** Sets how somebody reads. */
  async edit(viewer: Viewer, change: RouteInput<typeof editMe>['body']): Promise<void> {
    const self = personOf(viewer);
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
    const self = personOf(viewer);
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
    const self = personOf(viewer);
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

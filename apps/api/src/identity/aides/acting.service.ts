import { Injectable } from '@nestjs/common';
import type { listInvitationsAsAide } from '@forum/contract/identity/aides';
import type { RouteOutput } from '@forum/contract/route';
import { aideState } from '@forum/domain/identity/aide';
import { createHash } from 'node:crypto';
import { Database, type Transaction } from '../../database/database.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { Viewers } from '../viewers.ts';
import { AideChanges } from './aide-changes.ts';
import { AideMails } from './aide-mails.ts';
import {
  editionOfAide,
  lockAide,
  noSuchAide,
  refuseOfHost,
  shownPrincipal,
} from './aide-relations.repository.ts';

interface ActsFor {
  editionId: string;
  principalId: string;
}

/** What an aide does about being one: answers invitations, and acts for a principal or for themselves again. */
@Injectable()
export class ActingService {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly mails: AideMails,
    private readonly changes: AideChanges,
  ) {}

  async invitationsFor(viewer: Viewer): Promise<RouteOutput<typeof listInvitationsAsAide>> {
    return this.database.rows(
      `select a.id, ${shownPrincipal} as principal, ${editionOfAide} as edition,
         a.confirmed_at is not null as confirmed, utc(a.invited_at) as "invitedAt"
       from aide a join edition e on e.id = a.edition_id
       join person_in_edition q on q.edition_id = a.edition_id and q.id = a.principal_id
       left join delegate d on d.edition_id = a.edition_id and d.person_id = a.principal_id
       where a.mail = $1 and a.accepted_at is null and a.ended_at is null order by a.invited_at, a.id limit 50`,
      [personOf(viewer).mail],
    );
  }

  async answer(viewer: Viewer, id: string, accept: boolean): Promise<void> {
    const { id: personId, mail } = personOf(viewer);
    await this.database.write(async (transaction) => {
      const kept = await lockAide(transaction, id);
      if (kept.mail !== mail || kept.acceptedAt !== null) throw noSuchAide(id);
      if (accept) await refuseOfHost(transaction, kept);
      await transaction.query(
        `update aide set person_id = $2, accepted_at = case when $3 then now() end,
           ended_at = case when $3 then null else now() end where id = $1`,
        [id, personId, accept],
      );
      const now = new Date().toISOString();
      const after = aideState({
        ...kept,
        acceptedAt: accept ? now : null,
        endedAt: accept ? null : now,
      });
      await this.changes.record(transaction, viewer, {
        relation: { ...kept, personId },
        entityId: id,
        what: accept ? 'accepted' : 'declined',
        detail: { before: { state: aideState(kept) }, after: { state: after } },
        isOfRights: false,
      });
      if (accept) await this.mails.send(transaction, id, ['principal:accepted']);
    });
  }

  /** Acts under a relation from now on in this session, or for oneself again. The principal hears of each new device. */
  async actFor(viewer: Viewer, id: string | null): Promise<void> {
    const { id: personId } = personOf(viewer);
    await this.database.write(async (transaction) => {
      const now = id === null ? null : await requireAide(transaction, id, personId);
      const [session] = await transaction.query<{ device: string; before: string | null }>(
        'update sign_in_session set aide_id = $2 where id = $1 returning device, old.aide_id as before',
        [viewer.sessionId, id],
      );
      if (!session || session.before === id) return;
      const [before] = await transaction.query<ActsFor>(
        'select edition_id as "editionId", principal_id as "principalId" from aide where id = $1 and edition_id is not null',
        [session.before],
      );
      if (before) await this.#record(transaction, viewer, before, false);
      if (now) {
        await this.#record(transaction, viewer, now, true);
        await this.#tellOfDevice(transaction, now.id, session.device);
      }
    });
    this.viewers.forget();
  }

  /** Begins or ends to act, in the journal of the edition that it is of. */
  async #record(transaction: Transaction, viewer: Viewer, of: ActsFor, begins: boolean): Promise<void> {
    const personId = personOf(viewer).id;
    const [acting, not] = [{ actingFor: of.principalId }, { actingFor: null }];
    await this.changes.record(transaction, viewer, {
      relation: { ...of, personId },
      entityId: personId,
      what: begins ? 'acts' : 'acts no more',
      detail: begins ? { before: not, after: acting } : { before: acting, after: not },
      isOfRights: true,
    });
  }

  async #tellOfDevice(transaction: Transaction, id: string, name: string): Promise<void> {
    const device = createHash('sha256').update(name).digest('hex');
    const [made] = await transaction.query<{ others: number }>(
      `with made as (insert into aide_device (aide_id, device) values ($1, $2) on conflict do nothing returning aide_id)
       select (select count(*)::int from aide_device v where v.aide_id = $1) as others from made`,
      [id, device],
    );
    if (made) {
      await this.mails.send(
        transaction,
        id,
        [made.others === 0 ? 'principal:acted' : 'principal:device'],
        device,
      );
    }
  }
}

/** The relation under which somebody may act now; whoever ends it meanwhile waits, so that nobody acts on after the end. */
async function requireAide(transaction: Transaction, id: string, personId: string) {
  await transaction.query('select from aide where id = $1 for share', [id]);
  const [now] = await transaction.query<ActsFor & { id: string }>(
    'select id, edition_id as "editionId", principal_id as "principalId" from acting_aide where id = $1 and person_id = $2',
    [id, personId],
  );
  if (!now) throw noSuchAide(id);
  return now;
}

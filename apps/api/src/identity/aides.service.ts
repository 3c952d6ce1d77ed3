import { Injectable } from '@nestjs/common';
import { type listAides, type listInvitationsAsAide } from '@forum/contract/identity';
import { type RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { Config } from '../config.ts';
import { Database, type Transaction } from '../database/database.ts';
import { personOf, type Viewer } from '../http/viewer.ts';
import { Mails } from '../mail/mails.ts';
import { AideChanges } from './aide-changes.ts';
import { Viewers } from './viewers.ts';

type Aide = RouteOutput<typeof listAides>[number];

const aideColumns = `a.id, a.mail, p.display_name as name, a.invited_at as "invitedAt",
  case when a.ended_at is not null then 'ended' when a.accepted_at is null then 'invited' else 'active' end as state`;

/** Who may act for whom: invited by the principal or the secretariat, accepted by the aide, ended by the principal. */
@Injectable()
export class Aides {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly mails: Mails,
    private readonly changes: AideChanges,
    private readonly config: Config,
  ) {}

  async of(viewer: Viewer): Promise<Aide[]> {
    const rows = await this.database.rows<Omit<Aide, 'invitedAt'> & { invitedAt: Date }>(
      `select ${aideColumns} from aide a left join person p on p.id = a.person_id
       where a.principal_id = $1 and a.ended_at is null order by a.invited_at, a.id limit 50`,
      [self(viewer).id],
    );
    return rows.map((row) => ({ ...row, invitedAt: row.invitedAt.toISOString() }));
  }

  /** Invites somebody to act for `principalId`, by oneself or on the principal's behalf. */
  async invite(inviter: Viewer, principalId: string, address: string): Promise<Aide> {
    const mail = address.toLowerCase();
    const by = personOf(inviter);
    const row = await this.database.write(async (transaction) => {
      const [principal] = await transaction.query<{ name: string; mail: string }>(
        'select display_name as name, mail from person where id = $1',
        [principalId],
      );
      if (!principal) throw new DomainError('not_found', {}, 'There is no such person.');
      if (principal.mail === mail) {
        throw new DomainError(
          'request.invalid',
          { mail },
          `${mail} is the principal's own address. Name another person as aide.`,
        );
      }
      const [made] = await transaction.query<Omit<Aide, 'invitedAt'> & { invitedAt: Date; known: boolean }>(
        `with a as (
           insert into aide (principal_id, mail, invited_by) values ($1, $2, $3)
           on conflict (principal_id, mail) where ended_at is null do update set mail = excluded.mail
           returning new.*, old.id is not null as known
         ) select ${aideColumns}, a.known from a left join person p on p.id = a.person_id`,
        [principalId, mail, by.id],
      );
      if (!made) throw new Error('an invitation was not stored');
      await this.mails.send(transaction, {
        to: mail,
        subject: `Act for ${principal.name} at the forum`,
        text: `${principal.name} asks you to act for them at the forum: to keep their agenda and answer requests for meetings.\n\nSign in with this address and accept under "Me":\n${this.config.baseUrl}/me/aides\n`,
        once: `aide:${made.id}`,
      });
      const { known, ...aide } = made;
      if (!known) {
        const author = principalId === self(inviter).id ? asSelf(inviter) : inviter;
        await this.changes.record(transaction, author, {
          personIds: [principalId],
          entityId: aide.id,
          detail: { before: null, after: { state: 'invited' } },
          isOfRights: false,
        });
      }
      return aide;
    });
    return { ...row, invitedAt: row.invitedAt.toISOString() };
  }

  /** Ends what an aide may do: who acts at this moment acts for themselves from then on, on every node. */
  async end(viewer: Viewer, id: string): Promise<void> {
    const principal = self(viewer).id;
    await this.database.write(async (transaction) => {
      const [ended] = await transaction.query<{ personId: string | null }>(
        `update aide set ended_at = now() where id = $1 and ended_at is null and principal_id = $2
         returning person_id as "personId"`,
        [id, principal],
      );
      if (!ended) throw new DomainError('not_found', { aide: id }, 'You have no such aide.');
      await transaction.query(
        'update sign_in_session set acting_for = null where person_id = $1 and acting_for = $2',
        [ended.personId, principal],
      );
      await this.changes.record(transaction, asSelf(viewer), {
        personIds: [principal, ended.personId],
        entityId: id,
        detail: { before: { state: ended.personId ? 'active' : 'invited' }, after: { state: 'ended' } },
        isOfRights: ended.personId !== null,
      });
    });
    this.viewers.forget();
  }

  async invitationsFor(viewer: Viewer): Promise<RouteOutput<typeof listInvitationsAsAide>> {
    const rows = await this.database.rows<{
      id: string;
      principal: { id: string; name: string };
      invitedAt: Date;
    }>(
      `select a.id, json_build_object('id', q.id, 'name', q.display_name) as principal, a.invited_at as "invitedAt"
       from aide a join person q on q.id = a.principal_id
       where a.mail = $1 and a.accepted_at is null and a.ended_at is null order by a.invited_at, a.id limit 50`,
      [self(viewer).mail],
    );
    return rows.map((row) => ({ ...row, invitedAt: row.invitedAt.toISOString() }));
  }

  async answer(viewer: Viewer, id: string, accept: boolean): Promise<void> {
    const { id: personId, mail } = self(viewer);
    await this.database.write(async (transaction) => {
      const [answered] = await transaction.query<{ principalId: string }>(
        `update aide set person_id = $2, accepted_at = case when $4 then now() end, ended_at = case when $4 then null else now() end
         where id = $1 and mail = $3 and accepted_at is null and ended_at is null returning principal_id as "principalId"`,
        [id, personId, mail, accept],
      );
      if (!answered)
        throw new DomainError('not_found', { invitation: id }, 'No such invitation waits for you.');
      await this.changes.record(transaction, asSelf(viewer), {
        personIds: [answered.principalId, personId],
        entityId: id,
        detail: { before: { state: 'invited' }, after: { state: accept ? 'active' : 'ended' } },
        isOfRights: false,
      });
    });
  }

  /** Acts for a principal from now on in this session, or for oneself again. */
  async actFor(viewer: Viewer, principal: string | null): Promise<void> {
    const { id: personId } = self(viewer);
    await this.database.write(async (transaction) => {
      if (principal) await requireAide(transaction, personId, principal);
      const [changed] = await transaction.query<{ before: string | null }>(
        'update sign_in_session set acting_for = $2 where id = $1 returning old.acting_for as before',
        [viewer.sessionId, principal],
      );
      if (!changed || changed.before === principal) return;
      await this.changes.record(transaction, asSelf(viewer), {
        personIds: [principal ?? personId, changed.before ?? personId],
        entityId: personId,
        detail: { before: { actingFor: changed.before }, after: { actingFor: principal } },
        isOfRights: true,
      });
    });
    this.viewers.forget();
  }
}

/** Refuses who is no aide of the principal; whoever ends the aide meanwhile waits, so that nobody acts on after the end. */
async function requireAide(transaction: Transaction, personId: string, principal: string): Promise<void> {
  const [aide] = await transaction.query(
    `select id from aide where principal_id = $1 and person_id = $2 and accepted_at is not null and ended_at is null
     order by id limit 1 for share`,
    [principal, personId],
  );
  if (!aide) throw new DomainError('not_found', { principal }, 'You are not an aide of this person.');
}

/** Aides are arranged by the person who is really there: an aide cannot invite further aides for a principal. */
const self = (viewer: Viewer) => viewer.aide ?? personOf(viewer);

const asSelf = (viewer: Viewer) => ({ person: self(viewer), aide: null });

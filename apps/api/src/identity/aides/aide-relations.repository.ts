import type { Aide, listInvitationsAsAide } from '@forum/contract/identity/aides';
import type { RouteOutput } from '@forum/contract/route';
import { aideState, type AideRelation } from '@forum/domain/identity/aide';
import { DomainError } from '@forum/domain/errors';
import type { Transaction, SqlReader } from '../../database/database.ts';

/** An aide and a principal, as far as rules and mails need to know them. */
export interface KeptAide extends AideRelation {
  id: string;
  editionId: string;
  principalId: string;
  /** The aide, once they have accepted. */
  personId: string | null;
  mail: string;
  invitedBy: string;
}

/** An edition `e`, as a list of several names it. */
export const editionOfAide = `json_build_object('slug', e.slug, 'title', e.title || ' ' || e.year)`;

/** How others who have not met a principal see them: nobody has vetted the name of one who is not accredited. */
export const shownPrincipal = `case when d.state = 'accredited' then q.display_name else q.mail end`;

const shown = `a.id, ${editionOfAide} as edition, a.mail, p.display_name as name, utc(a.confirmed_at) as "confirmedAt",
  utc(a.accepted_at) as "acceptedAt", utc(a.ended_at) as "endedAt", a.invited_by <> a.principal_id as "byHost",
  exists (select from delegate s where s.edition_id = a.edition_id and s.person_id = p.id and s.state = 'accredited') as accredited,
  utc(a.invited_at) as "invitedAt", utc((select min(first_at) from aide_device v where v.aide_id = a.id)) as "firstActedAt"`;

/** Aides that fit a condition over `aide a`, its edition `e`, its principal `q` and their registration `d`. */
export async function readAides<More extends object = object>(
  reader: SqlReader,
  condition: string,
  parameters: readonly unknown[],
  more = '',
): Promise<(Aide & More)[]> {
  const rows = await reader.query<Omit<Aide & More, 'state'> & AideRelation>(
    `select ${shown} ${more} from aide a
     join edition e on e.id = a.edition_id join person_in_edition q on q.edition_id = a.edition_id and q.id = a.principal_id
     left join delegate d on d.edition_id = a.edition_id and d.person_id = a.principal_id
     left join person_in_edition p on p.edition_id = a.edition_id and p.id = a.person_id
     where ${condition} order by a.ended_at is not null, a.invited_at, a.id limit 100`,
    [...parameters],
  );
  return rows.map(({ confirmedAt, acceptedAt, endedAt, ...row }) => ({
    ...row,
    state: aideState({ confirmedAt, acceptedAt, endedAt }),
  })) as (Aide & More)[];
}

/** The relation of an id that has not ended, locked as {@link lockPrincipal} does; one that is not there is 404. */
export async function lockAide(transaction: Transaction, id: string): Promise<KeptAide> {
  const [named] = await transaction.query<Pick<KeptAide, 'editionId' | 'principalId'>>(
    'select edition_id as "editionId", principal_id as "principalId" from aide where id = $1 and ended_at is null',
    [id],
  );
  if (!named) throw noSuchAide(id);
  await lockPrincipal(transaction, named);
  const [kept] = await transaction.query<KeptAide>(
    `select id, edition_id as "editionId", principal_id as "principalId", person_id as "personId", mail,
       invited_by as "invitedBy", utc(confirmed_at) as "confirmedAt", utc(accepted_at) as "acceptedAt",
       utc(ended_at) as "endedAt"
     from aide where id = $1 and ended_at is null for update`,
    [id],
  );
  if (!kept) throw noSuchAide(id);
  return kept;
}

/**
 * Holds the principal and the edition as they are: roles are given under a lock of the edition, and the secretariat is
 * joined under one of the person. So whoever comes to the host's team has no aide afterwards, whatever happens meanwhile.
 */
export async function lockPrincipal(
  transaction: Transaction,
  { principalId, editionId }: Pick<KeptAide, 'principalId' | 'editionId'>,
): Promise<void> {
  await transaction.query('select from edition where id = $1 for share', [editionId]);
  await transaction.query('select from person where id = $1 for no key update', [principalId]);
}

/** For whom somebody acts, and where. */
export interface ActsFor {
  editionId: string;
  principalId: string;
}

/** What somebody is invited to, by their address. */
export const readInvitations = (
  reader: SqlReader,
  mail: string,
): Promise<RouteOutput<typeof listInvitationsAsAide>> =>
  reader.query<RouteOutput<typeof listInvitationsAsAide>[number]>(
    `select a.id, ${shownPrincipal} as principal, ${editionOfAide} as edition,
       a.confirmed_at is not null as confirmed, utc(a.invited_at) as "invitedAt"
     from aide a join edition e on e.id = a.edition_id
     join person_in_edition q on q.edition_id = a.edition_id and q.id = a.principal_id
     left join delegate d on d.edition_id = a.edition_id and d.person_id = a.principal_id
     where a.mail = $1 and a.accepted_at is null and a.ended_at is null order by a.invited_at, a.id limit 50`,
    [mail],
  );

/** Makes a session act under a relation, or under none; with which it acted before. */
export async function actIn(
  transaction: Transaction,
  sessionId: string | null,
  aideId: string | null,
): Promise<{ device: string; before: string | null } | undefined> {
  const [session] = await transaction.query<{ device: string; before: string | null }>(
    'update sign_in_session set aide_id = $2 where id = $1 returning device, old.aide_id as before',
    [sessionId, aideId],
  );
  return session;
}

/** The relation under which somebody may act at this moment. */
export async function findActing(
  transaction: Transaction,
  id: string,
  personId: string,
): Promise<(ActsFor & { id: string }) | undefined> {
  const [acting] = await transaction.query<ActsFor & { id: string }>(
    'select id, edition_id as "editionId", principal_id as "principalId" from acting_aide where id = $1 and person_id = $2',
    [id, personId],
  );
  return acting;
}

/** Keeps from which device an aide acts: how many others there were, or null when it is known already. */
export async function addDevice(
  transaction: Transaction,
  aideId: string,
  device: string,
): Promise<number | null> {
  const [made] = await transaction.query<{ others: number }>(
    `with made as (insert into aide_device (aide_id, device) values ($1, $2) on conflict do nothing returning aide_id)
     select (select count(*)::int from aide_device v where v.aide_id = $1) as others from made`,
    [aideId, device],
  );
  return made?.others ?? null;
}

/** The refusal of a relation that is not there, has ended, or is of others. */
export const noSuchAide = (id: string) =>
  new DomainError('not_found', { aide: id }, 'There is no such aide.');

/** Refuses a principal of the host's team, whom the caller has locked: whoever acts for them would act for the host. */
export async function refuseOfHost(
  transaction: Transaction,
  { principalId, editionId }: Pick<KeptAide, 'principalId' | 'editionId'>,
): Promise<void> {
  const [row] = await transaction.query<{ ofHost: boolean }>('select of_host_team($1, $2) as "ofHost"', [
    principalId,
    editionId,
  ]);
  if (!row?.ofHost) return;
  throw new DomainError(
    'aide.of_host',
    {},
    'Nobody acts for a member of the host’s team. Whoever is to do this work is given a role of their own.',
  );
}

import { Injectable } from '@nestjs/common';
import type { Capital } from '@forum/contract/editions/capitals';
import type { Edition, readEdition } from '@forum/contract/editions/editions';
import type { VisitorPage } from '@forum/contract/editions/visitor-page';
import type { RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { deskRoles } from '@forum/domain/identity/role';
import { usableRoles } from '@forum/domain/identity/second-factor';
import type { Transaction, SqlReader } from '../database/database.ts';
import type { Viewer } from '../http/viewer.ts';

const capitalFields = `'id', c.id, 'version', c.version, 'slug', c.slug, 'name', c.name, 'names', c.names, 'country', c.country,
  'zone', c.zone, 'region', c.region, 'accent', c.accent, 'willing', c.willing`;

const selectEdition = `
  select e.id, e.version, e.slug, e.year, e.title, json_build_object(${capitalFields}) as capital, e.venue, e.address,
    e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", e.zone,
    e.contact_mail as "contactMail", e.contact_phone as "contactPhone", e.phase
  from edition e join capital c on c.id = e.capital_id`;

/** Live now; else the next by dates at the place where it is held; the last night belongs to the last day. */
const currentFirst = `
  where e.phase = 'live' or (e.phase in ('announced', 'registration') and e.ends_on >= (now() at time zone e.zone - interval '6 hours')::date)
  order by e.phase = 'live' desc, e.starts_on, e.id limit 1`;

/** Reads editions, their capitals and partners in the contract's shape. */
@Injectable()
export class EditionsRepository {
  /** Every edition, the latest first. */
  list(transaction: Transaction): Promise<Edition[]> {
    return transaction.query<Edition>(`${selectEdition} order by e.year desc, e.id limit 200`);
  }

  /** Those that somebody may know of, the latest first: a planned one is for the secretariat and its own desk. */
  listFor(reader: SqlReader, { secretariat, person, factorAt }: Viewer): Promise<Edition[]> {
    return reader.query<Edition>(
      `${selectEdition} where e.phase <> 'planned' or $1
         or exists (select from standing_of($2, e.id) s where s.roles && $3::text[])
       order by e.year desc, e.id limit 200`,
      [secretariat, person?.id ?? null, usableRoles(deskRoles, factorAt !== null).usable],
    );
  }

  async read(transaction: Transaction, id: string): Promise<Edition> {
    const [row] = await transaction.query<Edition>(`${selectEdition} where e.id = $1`, [id]);
    if (!row) throw new DomainError('not_found', { edition: id }, 'There is no such edition.');
    return row;
  }

  /** The edition as it stands, which no other write changes until this one ends. */
  async lock(transaction: Transaction, id: string): Promise<Edition> {
    await transaction.query('select from edition where id = $1 for update', [id]);
    return this.read(transaction, id);
  }

  async current(transaction: Transaction): Promise<Edition | null> {
    const [row] = await transaction.query<Edition>(`${selectEdition} ${currentFirst}`);
    return row ?? null;
  }

  partners(transaction: Transaction, id: string): Promise<RouteOutput<typeof readEdition>['partners']> {
    return transaction.query(
      `select id, kind, code, name, since::text, until::text from edition_partner
       where edition_id = $1 order by kind, name, since, id limit 300`,
      [id],
    );
  }

  async visitorPage(transaction: Transaction, capitalId: string): Promise<VisitorPage> {
    const [row] = await transaction.query<VisitorPage>(
      `select entry_rules as "entryRules", transport, embassies, emergency_numbers as "emergencyNumbers"
       from capital where id = $1`,
      [capitalId],
    );
    if (!row) throw new DomainError('not_found', { capital: capitalId }, 'There is no such capital.');
    return row;
  }

  async capitals(reader: SqlReader, id: string | null = null): Promise<Capital[]> {
    const rows = await reader.query<{ capital: Capital }>(
      `select json_build_object(${capitalFields}) as capital from capital c
       where $1::uuid is null or c.id = $1 order by c.name, c.id limit 500`,
      [id],
    );
    return rows.map((row) => row.capital);
  }
}

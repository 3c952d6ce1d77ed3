import { Injectable } from '@nestjs/common';
import type { Profile } from '@forum/contract/delegations/people';
import type { Firm, listFirms, readFirm } from '@forum/contract/firms/firms';
import type { Team } from '@forum/contract/firms/teams';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { Database, type Transaction, type SqlReader } from '../database/database.ts';
import { finds, searchWords } from '../database/search-words.ts';
import { firmColumns, profileObject } from './firm-columns.ts';

type Query = RouteInput<typeof listFirms>['query'];
type FirmPage = Omit<RouteOutput<typeof readFirm>, 'own' | 'canRequest'>;

export const noSuchFirm = (firm: string) =>
  new DomainError('not_found', { firm }, `There is no firm ${firm} in this edition.`);

/** What a row of the directory shows: the name, and the stand and categories without accents and in small letters. */
const shown = `f.folded_name || ' ' || regexp_replace(normalize(lower(concat_ws(' ', e.stand, array_to_string(e.categories, ' '))), nfkd), '[\u0300-\u036f]', '', 'g')`;

/** Reads the firms of an edition in the shapes of the contract. */
@Injectable()
export class FirmsRepository {
  constructor(private readonly database: Database) {}

  /** The directory, or only one's own firm; a facet counts what all filters but its own let through. */
  async list(
    editionId: string,
    onlyFirm: string | null,
    { search = '', country, category, offset, limit }: Query,
  ): Promise<RouteOutput<typeof listFirms>> {
    const found = `select f.id, f.folded_name, f.country, e.categories from firm_in_edition e join firm f on f.id = e.firm_id
      where e.edition_id = $1 and e.removed_at is null and ($3::uuid is null or f.id = $3)
        and ${finds(shown, 'f.country', { patterns: 2, countries: 6 })}`;
    const ofCountry = '($4::text is null or country = $4)';
    const ofCategory = '($5::text is null or $5 = any(categories))';
    const { patterns, countries } = searchWords(search);
    const parameters = [editionId, patterns, onlyFirm, country ?? null, category ?? null, countries];
    const facet = (column: string, from: string) =>
      `(select coalesce(json_agg(json_build_object('value', value, 'count', count) order by count desc, value), '[]')
        from (select ${column} as value, count(*)::int as count from ${from} group by ${column}) counted)`;
    return this.database.snapshot(async (transaction) => {
      const [counts] = await transaction.query<Omit<RouteOutput<typeof listFirms>, 'rows'>>(
        `with found as (${found})
         select (select count(*)::int from found where ${ofCountry} and ${ofCategory}) as total,
           ${facet('country', `found where country is not null and ${ofCategory}`)} as countries,
           ${facet('category', `found, unnest(categories) as category where ${ofCountry}`)} as categories`,
        parameters,
      );
      const rows = await transaction.query<Firm>(
        `with page as (select id from (${found}) found where ${ofCountry} and ${ofCategory}
           order by folded_name, id offset $7 limit $8)
         select ${firmColumns} from page join firm f on f.id = page.id
         join firm_in_edition e on e.edition_id = $1 and e.firm_id = f.id order by f.folded_name, f.id`,
        [...parameters, offset, limit],
      );
      return { total: 0, countries: [], categories: [], ...counts, rows };
    });
  }

  async one(reader: SqlReader, editionId: string, id: string): Promise<Firm> {
    const [firm] = await reader.query<Firm>(
      `select ${firmColumns} from firm_in_edition e join firm f on f.id = e.firm_id
       where e.edition_id = $1 and f.id = $2 and e.removed_at is null`,
      [editionId, id],
    );
    if (!firm) throw noSuchFirm(id);
    return firm;
  }

  /** A firm with its teams; of the members, all or those who let themselves be found. */
  page(editionId: string, id: string, members: 'all' | 'found'): Promise<FirmPage> {
    return this.database.snapshot(async (transaction) => {
      const firm = await this.one(transaction, editionId, id);
      const [text] = await transaction.query<{ description: string }>(
        'select description from firm where id = $1',
        [id],
      );
      return {
        ...firm,
        description: text?.description ?? '',
        teams: await this.teams(transaction, editionId, id, members),
      };
    });
  }

  teams(
    transaction: Transaction,
    editionId: string,
    firmId: string,
    members: 'all' | 'found',
  ): Promise<Team[]> {
    return transaction.query(
      `select t.id, t.name, t.capabilities,
         (select coalesce(json_agg(${profileObject} order by p.sort_key, d.id), '[]')
          from team_member m join representative r on r.delegate_id = m.delegate_id and r.firm_id = t.firm_id
          join delegate d on d.id = m.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id join firm f on f.id = r.firm_id
          where m.team_id = t.id and (d.profile_visible or $3)) as members
       from team t where t.edition_id = $1 and t.firm_id = $2 and t.removed_at is null order by t.position, t.id`,
      [editionId, firmId, members === 'all'],
    );
  }

  /** The representatives of a firm, found or not. */
  async people(editionId: string, firmId: string): Promise<Profile[]> {
    const rows = await this.database.rows<{ profile: Profile }>(
      `select ${profileObject} as profile from representative r join delegate d on d.id = r.delegate_id
       join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id join firm f on f.id = r.firm_id
       where r.edition_id = $1 and r.firm_id = $2 order by p.sort_key, d.id limit 1000`,
      [editionId, firmId],
    );
    return rows.map((row) => row.profile);
  }
}

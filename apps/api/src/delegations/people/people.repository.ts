import { Injectable } from '@nestjs/common';
import type { listPeople, Profile, readPerson } from '@forum/contract/delegations/people';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { Database } from '../../database/database.ts';
import { finds, searchWords } from '../../database/search-words.ts';

type Query = RouteInput<typeof listPeople>['query'];

const profile = `d.id, p.display_name as name, p.native_script as "nativeName", p.native_language as "nativeLanguage",
  p.honorific, d.category, d.office, d.organisation, coalesce(d.country, '') as country, d.languages,
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as firm`;

const people = `delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
  left join representative r on r.edition_id = d.edition_id and r.delegate_id = d.id left join firm f on f.id = r.firm_id`;

/** Accredited, and by their own consent. */
const seen = `d.edition_id = $1 and d.state = 'accredited' and d.profile_visible`;

/** The directory of those who let themselves be found. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** Each facet counts what the other filters leave, so that a choice can be changed as well as narrowed. */
  list(editionId: string, query: Query): Promise<RouteOutput<typeof listPeople>> {
    // Name, office and organisation are in the text; the country and the category stand beside it.
    const text = `d.search_text || ' ' || d.category`;
    const found = `${seen} and ${finds(text, 'd.country', { patterns: 2, countries: 5 })}`;
    const ofCategory = `($3::text is null or d.category = $3)`;
    const ofCountry = `($4::text is null or d.country = $4)`;
    const { patterns, countries: named } = searchWords(query.search);
    const filters = [editionId, patterns, query.category ?? null, query.country ?? null, named];
    return this.database.snapshot(async (transaction) => {
      const [total] = await transaction.query<{ count: number }>(
        `select count(*)::int as count from delegate d where ${found} and ${ofCategory} and ${ofCountry}`,
        filters,
      );
      const countries = await transaction.query<{ country: string; count: number }>(
        `select d.country, count(*)::int as count from delegate d
         where ${found} and ${ofCategory} and ($4::text is null or true) and d.country is not null
         group by d.country order by count desc, d.country limit 300`,
        filters,
      );
      const categories = await transaction.query<{ category: Profile['category']; count: number }>(
        `select d.category, count(*)::int as count from delegate d
         where ${found} and ${ofCountry} and ($3::text is null or true)
         group by d.category order by count desc, d.category`,
        filters,
      );
      const rows = await transaction.query<Profile>(
        `select ${profile} from ${people} where ${found} and ${ofCategory} and ${ofCountry}
         order by p.sort_key, d.id offset $6 limit $7`,
        [...filters, query.offset, query.limit],
      );
      return { total: total?.count ?? 0, countries, categories, rows };
    });
  }

  /** A profile that the viewer may see; with their address once both sides have agreed to a meeting. */
  async read(
    editionId: string,
    delegateId: string,
    viewerDelegateId: string | null,
  ): Promise<RouteOutput<typeof readPerson> | null> {
    return this.database.row(
      `select ${profile}, case when exists (
           select from meeting m
           join meeting_participant mine on mine.meeting_id = m.id and mine.delegate_id = $3
           join meeting_participant theirs on theirs.meeting_id = m.id and theirs.delegate_id = d.id
           where m.edition_id = $1 and m.state = 'accepted' and mine.side <> theirs.side
         ) then json_build_object('mail', p.mail) end as contact
       from ${people} where ${seen} and d.id = $2`,
      [editionId, delegateId, viewerDelegateId],
    );
  }
}

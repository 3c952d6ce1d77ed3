import { Injectable } from '@nestjs/common';
import type { ProfileContent } from '@forum/contract/matchmaking/profiles';
import type { Transaction, SqlReader } from '../../database/database.ts';

/** How far a firm is with what the matchmaking needs of it. */
export interface FirmReadiness {
  id: string;
  name: string;
  country: string | null;
  content: ProfileContent | null;
  confirmed: boolean;
  wishes: number;
  remindedAt: string | null;
  /** Representatives who were not reminded on the day that was asked about. */
  unreminded: number;
}

/** What keeps a representative from getting two mails of one occasion, as SQL over a representative `d`. */
const onceOf = (occasion: string) =>
  `'wishes:' || $1::text || ':' || d.firm_id || ':' || d.person_id || ':' || ${occasion}`;

/** A person who may be reminded, with how their firm stands. */
export interface Remindable {
  firmId: string;
  firm: string;
  personId: string;
  mail: string;
  language: string;
  zone: string | null;
  confirmed: boolean;
  wishes: number;
}

/** Reads how far firms are. */
@Injectable()
export class ReadinessRepository {
  of(reader: SqlReader, editionId: string, day: string): Promise<FirmReadiness[]> {
    return reader.query(
      `select f.id, f.name, f.country, p.content, coalesce(p.confirmed, false) as confirmed,
         coalesce(w.wishes, 0) as wishes, m.reminded_at as "remindedAt",
         coalesce(u.people, 0) as unreminded
       from firm_in_edition e join firm f on f.id = e.firm_id
       left join firm_profile p on p.edition_id = e.edition_id and p.firm_id = e.firm_id
       left join (select d.firm_id, count(*)::int as people from representative d
                  where d.edition_id = $1 and not exists (select from mail where once = ${onceOf('$2')})
                  group by d.firm_id) u on u.firm_id = f.id
       left join (select firm_id, count(*)::int as wishes from wish where edition_id = $1 group by firm_id) w on w.firm_id = f.id
       left join (select split_part(once, ':', 3) as firm, utc(max(created_at)) as reminded_at from mail
                  where once like 'wishes:' || $1::text || ':%' group by 1) m on m.firm = f.id::text
       where e.edition_id = $1 and e.removed_at is null order by f.folded_name, f.id limit 10000`,
      [editionId, day],
    );
  }

  /** The representatives of firms that have no confirmed profile or fewer wishes than asked; of all firms for null. */
  remindable(
    transaction: Transaction,
    editionId: string,
    firmIds: readonly string[] | null,
    asked: number,
  ): Promise<Remindable[]> {
    return transaction.query(
      `select f.id as "firmId", f.name as firm, n.id as "personId", n.mail, n.language, n.zone,
         coalesce(p.confirmed, false) as confirmed, coalesce(w.wishes, 0) as wishes
       from firm_in_edition e join firm f on f.id = e.firm_id
       join representative d on d.edition_id = e.edition_id and d.firm_id = e.firm_id
       join person n on n.id = d.person_id
       left join firm_profile p on p.edition_id = e.edition_id and p.firm_id = e.firm_id
       left join (select firm_id, count(*)::int as wishes from wish where edition_id = $1 group by firm_id) w on w.firm_id = f.id
       where e.edition_id = $1 and e.removed_at is null and ($2::uuid[] is null or f.id = any($2))
         and (coalesce(p.confirmed, false) = false or coalesce(w.wishes, 0) < $3)
       order by f.id, n.id limit 20000`,
      [editionId, firmIds, asked],
    );
  }
}

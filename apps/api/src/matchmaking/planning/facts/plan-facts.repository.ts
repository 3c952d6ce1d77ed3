import { Injectable } from '@nestjs/common';
import type { FirmProfile } from '@forum/domain/matchmaking/profile';
import { pairFilter } from '@forum/domain/matchmaking/who-may-meet';
import type { Wish } from '@forum/domain/matchmaking/wishes';
import type { Interval } from '@forum/domain/time/interval';
import type { Transaction, SqlReader } from '../../../database/database.ts';
import { categoriesOfFirm } from '../../../meetings/requests/barred-pairs.ts';
import { partyOf } from '../../../meetings/requests/meeting-party.ts';
import { hasPlace } from '../../../meetings/halls/has-place.ts';
import { availableOfDelegate } from '../../../meetings/meeting-people.repository.ts';
import { NoMeetsRepository } from '../../no-meets/no-meets.repository.ts';
import { MatchSettingsRepository } from '../../settings/match-settings.repository.ts';

/** One of a team's people, with when they can be met; none means never, null whenever the hall is open. */
export interface TeamPerson {
  firmId: string;
  teamId: string;
  delegateId: string;
  personId: string;
  available: Interval[] | null;
  /** Primary tags of what they speak; empty when they have not said. */
  languages: string[];
  /** What the team can talk about; empty means anything. */
  capabilities: string[];
  /** Whether the firm has formed its teams anew since: such a team keeps the meetings that stand, and gets no other. */
  isRemoved: boolean;
}

/** A firm as far as a plan knows it. */
export interface PlanFirmRow {
  id: string;
  name: string;
  country: string | null;
  size: string | null;
  /** As its confirmed profile says. */
  establishedIn: string[] | null;
  /** Of the people who represent it. */
  categories: string[];
}

/** A meeting that takes place in the hall. */
export interface StandingRow extends Interval {
  id: string;
  fromFirmId: string;
  toFirmId: string;
  fromTeamId: string;
  toTeamId: string;
  tableId: string;
  /** As people call it, with its hall. */
  table: string;
  interpreterId: string | null;
  planned: boolean;
  /** Where its table is, or was. */
  hallId: string;
  /** Its table or time is no more: its people stay booked until it is placed again. */
  isWithoutPlace: boolean;
}

/** What the planner asks the database. */
@Injectable()
export class PlanFactsRepository {
  constructor(
    private readonly settings: MatchSettingsRepository,
    private readonly noMeets: NoMeetsRepository,
  ) {}

  firms(transaction: Transaction, editionId: string): Promise<PlanFirmRow[]> {
    return transaction.query<PlanFirmRow>(
      `select f.id, f.name, f.country, p.content ->> 'size' as size,
         case when p.confirmed then nullif(p.content -> 'establishedIn', 'null') end as "establishedIn",
         ${categoriesOfFirm} as categories
       from firm_in_edition fe join firm f on f.id = fe.firm_id
       left join firm_profile p on p.edition_id = fe.edition_id and p.firm_id = fe.firm_id
       where fe.edition_id = $1 and fe.removed_at is null order by f.id limit 5000`,
      [editionId],
    );
  }

  people(transaction: Transaction, editionId: string): Promise<TeamPerson[]> {
    return transaction.query<TeamPerson>(
      `select t.firm_id as "firmId", t.id as "teamId", d.id as "delegateId", d.person_id as "personId",
         ${availableOfDelegate} as available,
         array(select lower(split_part(tag, '-', 1)) from unnest(d.languages) tag) as languages, t.capabilities,
         t.removed_at is not null as "isRemoved"
       from team t join team_member tm on tm.team_id = t.id
       join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
       join delegate d on d.id = tm.delegate_id
       where t.edition_id = $1 order by t.id, d.id limit 50000`,
      [editionId],
    );
  }

  wishes(transaction: Transaction, editionId: string): Promise<Wish[]> {
    return transaction.query<Wish>(
      `select firm_id as "from", to_firm_id as "to", grade from wish where edition_id = $1
       order by firm_id, to_firm_id limit 200000`,
      [editionId],
    );
  }

  /** When firms would rather meet, by firm. */
  async preferred(transaction: Transaction, editionId: string): Promise<Map<string, Interval[]>> {
    const rows = await transaction.query<{ firmId: string; times: Interval[] }>(
      `select firm_id as "firmId", json_agg(json_build_object('start', utc(lower(during)), 'end', utc(upper(during)))) as times
       from preferred_time where edition_id = $1 group by firm_id limit 5000`,
      [editionId],
    );
    return new Map(rows.map(({ firmId, times }) => [firmId, times]));
  }

  /** Whether two firms may meet, by the no-meet list and the rules as they are now. */
  async policy(
    transaction: Transaction,
    editionId: string,
    firms: readonly PlanFirmRow[],
  ): Promise<(a: string, b: string) => boolean> {
    const parties = firms.map((firm) => partyOf(firm.id, firm));
    const { rules } = await this.settings.of(transaction, editionId);
    const noMeets = await this.noMeets.pairs(transaction, editionId);
    const mayMeet = pairFilter(parties, { rules, noMeets })(firms.map(({ id }) => id));
    const places = new Map(firms.map(({ id }, place) => [id, place]));
    return (a, b) => mayMeet(places.get(a) ?? -1, places.get(b) ?? -1);
  }

  /** Accepted meetings of the edition that are still to come, in this hall or another. */
  standing(transaction: Transaction, editionId: string, now: string): Promise<StandingRow[]> {
    return transaction.query<StandingRow>(
      `select m.id, f.firm_id as "fromFirmId", t.firm_id as "toFirmId",
         m.from_team_id as "fromTeamId", m.to_team_id as "toTeamId", utc(m.starts_at) as start, utc(m.ends_at) as "end",
         mt.id as "tableId", h.name || ', ' || mt.label as "table", m.interpreter_id as "interpreterId",
         m.planned_by is not null as planned, mt.hall_id as "hallId", not ${hasPlace} as "isWithoutPlace"
       from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
       join meeting_table mt on mt.id = m.table_id join hall h on h.id = mt.hall_id
       where m.edition_id = $1 and m.state = 'accepted' and m.starts_at > $2 order by m.starts_at, m.id limit 20000`,
      [editionId, now],
    );
  }

  pins(
    reader: SqlReader,
    editionId: string,
  ): Promise<{ firmId: string; withFirmId: string; start: string }[]> {
    return reader.query(
      `select firm_id as "firmId", other_firm_id as "withFirmId", utc(starts_at) as start from plan_pin
       where edition_id = $1 order by firm_id, other_firm_id limit 5000`,
      [editionId],
    );
  }

  /** What the firms offer and need, by firm; a draft is nobody else's business. */
  async profiles(
    transaction: Transaction,
    editionId: string,
    firmIds: readonly string[],
  ): Promise<Map<string, Pick<FirmProfile, 'offers' | 'needs'>>> {
    const rows = await transaction.query<{ firmId: string; content: Partial<FirmProfile> }>(
      'select firm_id as "firmId", content from firm_profile where edition_id = $1 and confirmed and firm_id = any($2::uuid[])',
      [editionId, firmIds],
    );
    return new Map(
      rows.map(({ firmId, content }) => [
        firmId,
        { offers: content.offers ?? [], needs: content.needs ?? [] },
      ]),
    );
  }

  /** Pins the meeting of two firms instead of where it was pinned before, which is answered; null is nowhere. */
  async pin(
    transaction: Transaction,
    editionId: string,
    pair: readonly [string, string],
    start: string | null,
  ): Promise<string | null> {
    const [before] = await transaction.query<{ start: string }>(
      `delete from plan_pin where edition_id = $1 and firm_id = $2 and other_firm_id = $3 returning utc(starts_at) as start`,
      [editionId, ...pair],
    );
    if (start !== null) {
      await transaction.query(
        `insert into plan_pin (edition_id, firm_id, other_firm_id, starts_at) values ($1, $2, $3, $4)
         on conflict (edition_id, firm_id, other_firm_id) do update set starts_at = excluded.starts_at`,
        [editionId, ...pair, start],
      );
    }
    return before?.start ?? null;
  }
}

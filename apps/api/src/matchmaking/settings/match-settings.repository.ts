import { Injectable } from '@nestjs/common';
import type { listRuleFirms, MeetingRuleForm, SettingsOfEdition } from '@forum/contract/matchmaking/settings';
import type { RouteOutput } from '@forum/contract/route';
import { type MatchSettings, usualSettings } from '@forum/domain/matchmaking/matching/settings';
import type { WishTerms } from '@forum/domain/matchmaking/wishes';
import type { Transaction, SqlReader } from '../../database/database.ts';
import { one } from '../../database/one.ts';

/** How an edition matches, with the usual where nothing is set. */
export interface KeptSettings {
  version: number;
  settings: MatchSettings;
  rules: MeetingRuleForm[];
  closesAt: string | null;
  endsAt: string;
  terms: WishTerms;
}

interface Row {
  version: number | null;
  settings: Partial<MatchSettings> | null;
  rules: MeetingRuleForm[] | null;
  closesAt: string | null;
  musts: number | null;
  asked: number | null;
  endsAt: string;
}

/** The year 10000 is no ISO 8601 instant, and a day after the last, or rounding, would lead there. */
const lastInstant = `timestamptz '9999-12-31T00:00:00Z'`;

const usualTerms = { musts: 5, asked: 10 };

/** Keeps how editions match. */
@Injectable()
export class MatchSettingsRepository {
  /** Wishes stay open until the edition ends where no deadline is set. */
  async of(reader: SqlReader, editionId: string): Promise<KeptSettings> {
    const row = one(
      await reader.query<Row>(
        `select s.version, s.weights as settings, s.rules, utc(s.wishes_close_at) as "closesAt", s.musts, s.asked,
         utc(least((e.ends_on + 1 + time '06:00') at time zone e.zone, ${lastInstant})) as "endsAt"
       from edition e left join match_setting s on s.edition_id = e.id where e.id = $1`,
        [editionId],
      ),
    );
    return {
      version: row.version ?? 0,
      settings: withUsual(row.settings ?? {}),
      rules: row.rules ?? [],
      closesAt: row.closesAt ?? null,
      endsAt: row.endsAt,
      terms: {
        deadline: row.closesAt ?? row.endsAt,
        musts: row.musts ?? usualTerms.musts,
        asked: row.asked ?? usualTerms.asked,
      },
    };
  }

  /** Which of these are firms of an edition. */
  async firmsAmong(
    transaction: Transaction,
    editionId: string,
    firmIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await transaction.query<{ id: string }>(
      `select firm_id as id from firm_in_edition
       where edition_id = $1 and firm_id = any($2::uuid[]) and removed_at is null order by 1 limit 100000`,
      [editionId, firmIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The firms that an edition's rules name, as lists show them. */
  ruleFirms(reader: SqlReader, editionId: string): Promise<RouteOutput<typeof listRuleFirms>> {
    return reader.query(
      `select id, name, country from firm where id::text in (
         select named #>> '{}' from match_setting, jsonb_path_query(rules, '$[*].between[*].firms[*]') named
         where edition_id = $1)
       order by folded_name, id limit 5000`,
      [editionId],
    );
  }

  async save(
    transaction: Transaction,
    editionId: string,
    { settings, rules, terms }: SettingsOfEdition,
  ): Promise<void> {
    await transaction.query(
      `insert into match_setting as s (edition_id, weights, rules, wishes_close_at, musts, asked)
       values ($1, $2, $3, least($4, ${lastInstant}), $5, $6)
       on conflict (edition_id) do update set weights = excluded.weights, rules = excluded.rules,
         wishes_close_at = excluded.wishes_close_at, musts = excluded.musts, asked = excluded.asked, version = s.version + 1`,
      [editionId, JSON.stringify(settings), JSON.stringify(rules), terms.deadline, terms.musts, terms.asked],
    );
  }
}

/** What was kept before there was a weight has the usual one. */
const withUsual = (kept: Partial<MatchSettings>): MatchSettings => ({
  ...usualSettings,
  ...kept,
  weights: { ...usualSettings.weights, ...kept.weights },
});

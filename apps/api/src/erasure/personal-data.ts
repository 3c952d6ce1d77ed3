import { nowhere } from '../mail/notices.ts';

/** What of a table is erased with a person: whole rows, or some columns of a row, each named. */
type Erased =
  | { readonly rows: string }
  | { readonly of: string; readonly columns: Readonly<Record<string, string | Kept>> }
  | Kept
  | Elsewhere;

/** Stays after a person is erased, and why. */
interface Kept {
  readonly kept: string;
}

/** Erased by what knows more of it than a statement does. */
interface Elsewhere {
  readonly elsewhere: string;
}

const kept = (why: string): Kept => ({ kept: why });
const elsewhere = (how: string): Elsewhere => ({ elsewhere: how });

export const erased = '(erased)';

const key = kept('names nobody by itself');
const standing = kept('the figures of an edition');
const when = kept('when it was done');
const who = kept('only the id of the person, who has no name any more');
const ofFirm = kept('written for a firm; of the person only the id');

const ofDelegates = 'delegate_id in (select id from delegate where person_id = $1)';

/**
 * Every table that knows a person, by `$1`: what of it is erased, and what is kept and why. `person` and `delegate` name
 * each of their columns. Tests compare this with the schema: whoever adds a column or a table says here what becomes of it.
 */
export const personalData: Readonly<Record<string, Erased>> = {
  sign_in_session: { rows: 'person_id = $1' },
  known_device: { rows: 'person_id = $1' },
  lost_factor: { rows: 'person_id = $1 or said_by = $1' },
  passkey: { rows: 'person_id = $1' },
  code_app: { rows: 'person_id = $1' },
  recovery_code: { rows: 'person_id = $1' },
  factor_tries: { rows: 'person_id = $1' },
  enrolment_code: { rows: 'person_id = $1' },
  aide: { rows: 'principal_id = $1 or person_id = $1' },
  calendar_feed: { rows: 'person_id = $1' },
  star: { rows: 'person_id = $1' },
  calendar_withdrawal: { rows: 'person_id = $1' },
  notice: { rows: 'person_id = $1' },
  role_grant: { rows: 'person_id = $1' },
  team_member: { rows: ofDelegates },
  session_access: { rows: ofDelegates },
  availability: { rows: ofDelegates },
  keyed_write: { rows: 'person_id = $1' },
  delegation: { of: 'head_id = $1', columns: { head_id: 'null', version: 'version + 1' } },
  accreditation_decision: { of: ofDelegates, columns: { reason: 'null' } },
  representation: {
    of: ofDelegates,
    columns: { reason: `case when by_host then '${erased}' end`, end_reason: 'null' },
  },
  delegate: {
    of: 'person_id = $1',
    columns: {
      id: key,
      edition_id: key,
      person_id: who,
      delegation_id: standing,
      firm_id: standing,
      state: standing,
      category: standing,
      holds_place: standing,
      waiting_since: standing,
      submitted_at: when,
      decided_at: when,
      created_at: when,
      version: 'version + 1',
      given: 'null',
      family: 'null',
      native_script: 'null',
      native_language: 'null',
      display_name: `'${erased}'`,
      sort_key: `'${erased}'`,
      honorific: 'null',
      draft: 'null',
      reason: 'null',
      office: `''`,
      organisation: `''`,
      country: 'null',
      languages: `'{}'`,
      dietary: `''`,
      access_needs: `''`,
      profile_visible: 'false',
      keep_for_next: 'false',
      photographs: 'false',
      changed_fields: `'{}'`,
      search_text: `''`,
    },
  },
  person: {
    of: 'id = $1',
    columns: {
      id: key,
      created_at: when,
      secretariat: kept('never of somebody who is erased'),
      version: 'version + 1',
      mail: `'erased-' || id || '${nowhere}'`,
      given: 'null',
      family: 'null',
      native_script: 'null',
      native_language: 'null',
      display_name: `'${erased}'`,
      sort_key: `'${erased}'`,
      honorific: 'null',
      language: `'en'`,
      zone: 'null',
      device_zone: 'null',
    },
  },
  sign_in_challenge: elsewhere('by the mail address'),
  mail: elsewhere('where it holds the words of the person'),
  speaker: elsewhere('with the news of the sessions'),
  meeting: elsewhere('the message that they wrote, with the news of it'),
  meeting_attachment: elsewhere('their own, with the news of it'),
  proposed_import: elsewhere('where it holds the words of the person'),
  journal: who,
  security_event: kept('only ids, for as long as events of security are kept'),
  change: who,
  rotation_choice: who,
  meeting_participant: who,
  meeting_mover: who,
  day_message: who,
  outcome_event: who,
  plan_run: who,
  firm_absence: who,
  wish: who,
  export_officer: kept('who could release what, by the law of the host; only ids'),
  topic_release: kept('who released what, by the law of the host; only ids'),
  firm_profile: ofFirm,
  no_meet: ofFirm,
  route_facts: ofFirm,
  worksheet: ofFirm,
  meeting_report: ofFirm,
};

/** The statements that erase what {@link personalData} names. */
export const erasingStatements: readonly string[] = Object.entries(personalData).flatMap(([table, what]) => {
  if ('rows' in what) return [`delete from ${table} where ${what.rows}`];
  if (!('columns' in what)) return [];
  const set = Object.entries(what.columns).flatMap(([column, value]) =>
    typeof value === 'string' ? [`${column} = ${value}`] : [],
  );
  return [`update ${table} set ${set.join(', ')} where ${what.of}`];
});

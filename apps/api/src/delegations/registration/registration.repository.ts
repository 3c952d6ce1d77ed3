import { Injectable } from '@nestjs/common';
import type { FirmToRepresent, ownRegistration } from '@forum/contract/delegations/registration';
import type { PersonName } from '@forum/domain/people/person-name';
import { fold } from '@forum/domain/text/fold';
import type { z } from 'zod';
import type { Transaction, SqlReader } from '../../database/database.ts';
import { isHeldBack } from '../places/places.repository.ts';
import { placesOfDelegation } from '../delegations.repository.ts';
import { type RegisteredForm, searchTextOf } from './registration-form.ts';

export type OwnRegistration = z.infer<typeof ownRegistration>;

/**
 * The part of a delegate, as `d`, that says where they stand on the waiting list of their category, from 1; null also for
 * whoever is held back, since nobody waits behind them.
 */
export const waitingPosition = `case when d.waiting_since is not null and not ${isHeldBack} then (
  select count(*)::int from delegate w where w.delegation_id = d.delegation_id and w.category = d.category
    and not (w.state = 'waitlisted' and w.decided_at is not null)
    and (w.waiting_since, w.id) <= (d.waiting_since, d.id)) end`;

const formFields = `json_build_object(
  'category', d.category, 'office', d.office, 'organisation', d.organisation, 'country', d.country,
  'languages', d.languages, 'dietary', d.dietary, 'access', d.access_needs, 'firmId', d.firm_id,
  'name', json_build_object('given', p.given, 'family', p.family, 'nativeScript', p.native_script,
    'nativeLanguage', p.native_language, 'display', p.display_name, 'sortKey', p.sort_key, 'honorific', p.honorific),
  'consents', json_build_object('profileVisible', d.profile_visible, 'nextEditions', d.keep_for_next,
    'photographs', d.photographs))`;

const firmToRepresent = `json_build_object('id', f.id, 'name', f.name, 'country', f.country)`;

const mostFirms = 8;

/** Reads and keeps what an applicant fills in. */
@Injectable()
export class RegistrationRepository {
  /** As the applicant sees it: never with a reason. */
  async own(reader: SqlReader, editionId: string, personId: string): Promise<OwnRegistration | null> {
    const [row] = await reader.query<OwnRegistration>(
      `select d.id as "delegateId", d.version, d.state, d.draft, utc(d.submitted_at) as "submittedAt",
         case when d.submitted_at is not null then ${formFields} end as form,
         case when g.id is not null then json_build_object('id', g.id, 'name', g.name, 'places', ${placesOfDelegation}) end as delegation,
         case when f.id is not null then ${firmToRepresent} end as firm, ${waitingPosition} as "waitingPosition"
       from delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id left join delegation g on g.id = d.delegation_id
       left join firm f on f.id::text = coalesce(d.draft ->> 'firmId', d.firm_id::text) and exists (
         select from firm_in_edition e where e.edition_id = $1 and e.firm_id = f.id and e.removed_at is null)
       where d.edition_id = $1 and d.person_id = $2`,
      [editionId, personId],
    );
    return row ?? null;
  }

  /** Firms of the edition whose name contains what was typed; those that begin with it first. */
  async firmsNamed(reader: SqlReader, editionId: string, typed: string): Promise<FirmToRepresent[]> {
    const named = fold(typed).replace(/[\\%_]/g, '\\$&');
    if (named === '') return [];
    const rows = await reader.query<{ firm: FirmToRepresent }>(
      `select ${firmToRepresent} as firm from firm_in_edition e join firm f on f.id = e.firm_id
       where e.edition_id = $1 and e.removed_at is null and f.folded_name like '%' || $2 || '%'
       order by f.folded_name not like $2 || '%', f.folded_name, f.id limit $3`,
      [editionId, named, mostFirms],
    );
    return rows.map(({ firm }) => firm);
  }

  /** What was submitted before; null when nothing was. */
  async form(transaction: Transaction, delegateId: string): Promise<RegisteredForm | null> {
    const [row] = await transaction.query<{
      form: Omit<RegisteredForm, 'delegationId'>;
      delegationId: string | null;
    }>(
      `select ${formFields} as form, d.delegation_id as "delegationId"
       from delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id where d.id = $1 and d.submitted_at is not null`,
      [delegateId],
    );
    return row ? { ...row.form, delegationId: row.delegationId } : null;
  }

  /** Keeps a submitted form; the draft has served. */
  async saveForm(
    transaction: Transaction,
    delegateId: string,
    form: RegisteredForm & { name: PersonName },
  ): Promise<void> {
    const name = partsOf(form.name);
    await transaction.query(
      `update delegate set category = $2, office = $3, organisation = $4, country = $5, languages = $6, dietary = $7,
         access_needs = $8, profile_visible = $9, keep_for_next = $10, photographs = $11, firm_id = $12,
         delegation_id = $13, search_text = $14, given = $15, family = $16, native_script = $17, native_language = $18,
         display_name = $19, sort_key = $20, honorific = $21, draft = null
       where id = $1`,
      [
        delegateId,
        form.category,
        form.office,
        form.organisation,
        form.country,
        form.languages,
        form.dietary,
        form.access,
        form.consents.profileVisible,
        form.consents.nextEditions,
        form.consents.photographs,
        form.firmId,
        form.delegationId,
        searchTextOf(form),
        ...name,
      ],
    );
    await this.#proposeName(transaction, delegateId, name);
  }

  /** A person's own name proposes itself to the next registration; no edition that knows them by another shows it. */
  async #proposeName(transaction: Transaction, delegateId: string, name: NameParts): Promise<void> {
    await transaction.query(
      `update person p set given = $2, family = $3, native_script = $4, native_language = $5, display_name = $6,
         sort_key = $7, honorific = $8, version = p.version + 1
       from delegate d where d.id = $1 and p.id = d.person_id
         and (p.given, p.family, p.native_script, p.native_language, p.display_name, p.sort_key, p.honorific)
           is distinct from ($2, $3, $4, $5, $6, $7, $8)`,
      [delegateId, ...name],
    );
  }

  async saveDraft(transaction: Transaction, delegateId: string, draft: unknown): Promise<void> {
    await transaction.query('update delegate set draft = $2 where id = $1', [
      delegateId,
      JSON.stringify(draft),
    ]);
  }

  async setDelegation(transaction: Transaction, delegateId: string, delegationId: string): Promise<void> {
    await transaction.query('update delegate set delegation_id = $2 where id = $1', [
      delegateId,
      delegationId,
    ]);
  }
}

/** The parts of a name in the order of the columns. */
const partsOf = (name: PersonName) => [
  name.given,
  name.family,
  name.nativeScript,
  name.nativeLanguage,
  name.display,
  name.sortKey,
  name.honorific,
];
type NameParts = ReturnType<typeof partsOf>;

import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { fold } from '@forum/domain/text/fold';
import type { Transaction } from '../../database/database.ts';
import { refuseFields } from '../../http/refuse-field.ts';

/**
 * The firm that somebody of industry speaks for: the one of their delegation, or the one they name, which must be a firm
 * of the edition. Who names none belongs to the firm of the edition that
 * bears exactly the name of their organisation, if one alone does; the officer sees it before deciding.
 */
export async function firmOfForm(
  transaction: Transaction,
  editionId: string,
  form: RegistrationForm,
  delegationId: string | null,
): Promise<string | null> {
  if (form.category !== 'industry') return null;
  const firms = await transaction.query<{ id: string; ofDelegation: boolean }>(
    `select f.id, g.id is not null as "ofDelegation"
     from firm_in_edition e join firm f on f.id = e.firm_id
     left join delegation g on g.id = $3 and g.firm_id = f.id
     where e.edition_id = $1 and e.removed_at is null and (g.id is not null or f.id = $2 or ($2::uuid is null and f.folded_name = $4))
     order by f.id limit 20`,
    [editionId, form.firmId, delegationId, fold(form.organisation)],
  );
  const ofDelegation = firms.find((firm) => firm.ofDelegation);
  if (form.firmId === null) return ofDelegation?.id ?? (firms.length === 1 ? (firms[0]?.id ?? null) : null);
  if (firms.some((firm) => firm.id === form.firmId)) return form.firmId;
  throw refuseFields('request.invalid', [
    {
      path: 'body.form.firmId',
      value: form.firmId,
      remedy: 'is no firm of the edition; choose one of the edition, or leave it empty',
      rule: 'not_offered',
    },
  ]);
}

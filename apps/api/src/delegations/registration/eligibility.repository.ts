import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { eligible, partnersOn } from '@forum/domain/editions/partners';
import { fold } from '@forum/domain/text/fold';
import type { Transaction } from '../../database/database.ts';
import { readPartners } from '../../editions/partners.repository.ts';
import { refuseFields } from '../../http/refuse-field.ts';

/**
 * Refuses people of countries and institutions that take no part in the edition on its first day. Whom the host has
 * named already, by a delegation with places or as an exhibiting firm, is left to the officers; so is everybody while no
 * partners are set.
 */
export async function requireEligible(
  transaction: Transaction,
  editionId: string,
  form: Pick<RegistrationForm, 'category' | 'country' | 'organisation'>,
): Promise<void> {
  const partners = await readPartners(transaction, editionId);
  const [edition] = await transaction.query<{ startsOn: string }>(
    'select starts_on::text as "startsOn" from edition where id = $1',
    [editionId],
  );
  if (partners.length === 0 || !edition) return;
  const ownInstitution = partners.some(
    (partner) =>
      partner.kind === 'institution' &&
      isOf(form.organisation, partner) &&
      partnersOn([partner], edition.startsOn).length > 0,
  );
  if (form.category === 'institution' && ownInstitution) return;
  const answer = eligible(form.country, form.category, partners, edition.startsOn);
  if (answer.ok) return;
  throw refuseFields('delegate.not_eligible', [
    {
      path: 'body.form.country',
      value: form.country,
      remedy: `takes no part in this edition on ${edition.startsOn} (${answer.reason}); ask the head of a delegation, or the organisers, to invite you`,
      rule: 'not_admitted',
    },
  ]);
}

const isOf = (organisation: string, partner: { code: string; name: string }) =>
  [partner.code, partner.name].some((name) => fold(name) === fold(organisation));

import type { setPartners } from '@forum/contract/editions/editions';
import type { RouteInput } from '@forum/contract/route';
import type { Partner } from '@forum/domain/editions/partners';
import type { Transaction } from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import { isCountry } from '@forum/domain/people/country';

export type NewPartner = RouteInput<typeof setPartners>['body']['partners'][number];

/** Makes these the partners of an edition. */
export async function replacePartners(
  transaction: Transaction,
  editionId: string,
  partners: readonly NewPartner[],
): Promise<void> {
  for (const [index, partner] of partners.entries()) requireSound(partner, partners.slice(0, index), index);
  await transaction.query('delete from edition_partner where edition_id = $1', [editionId]);
  await transaction.query(
    `insert into edition_partner (edition_id, kind, code, name, since, until)
     select $1, p.kind, p.code, p.name, p.since, p.until
     from json_to_recordset($2::json) as p (kind text, code text, name text, since date, until date)`,
    [editionId, JSON.stringify(partners)],
  );
}

/** The partners of an edition as the rule of eligibility reads them; `until` is the first day without, the rule's is the last with. */
export async function readPartners(
  transaction: Transaction,
  editionId: string,
): Promise<(Partner & { name: string })[]> {
  const rows = await transaction.query<Omit<Partner, 'members'> & { name: string }>(
    `select kind, code, name, since::text as "from", (until - 1)::text as until
     from edition_partner where edition_id = $1 order by kind, code, since, id limit 300`,
    [editionId],
  );
  return rows.map((row) => ({ ...row, members: [] }));
}

function requireSound(partner: NewPartner, before: readonly NewPartner[], index: number): void {
  const path = `body.partners.${index}`;
  if (partner.kind === 'country' && !isCountry(partner.code)) {
    throw refuseField(`${path}.code`, partner.code, 'is no country of ISO 3166-1; give one such as KR');
  }
  if (partner.until !== null && partner.until <= partner.since) {
    throw refuseField(`${path}.until`, partner.until, `choose a day after ${partner.since}, or null`);
  }
  const isSame = (other: NewPartner) =>
    other.kind === partner.kind && other.code === partner.code && meet(other, partner);
  if (before.some(isSame)) {
    throw refuseField(
      `${path}.code`,
      partner.code,
      'is named twice for the same days; leave one or part the days',
    );
  }
}

const meet = (a: NewPartner, b: NewPartner) =>
  (b.until === null || a.since < b.until) && (a.until === null || b.since < a.until);

import type { Transaction } from '../../database/database.ts';
import { demoCapitals, demoCurrent, demoPastEditions } from '../data/capitals.ts';
import { demoPartners } from '../data/partners.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';

/** Plants the capitals, the ring of past editions, the edition that is live and its partners. */
export async function plantEditions(transaction: Transaction, days: DemoDays): Promise<void> {
  await plant(transaction, 'capital', demoCapitals.map(capitalRow));
  await plant(transaction, 'edition', [currentEdition(days), ...pastEditions(days)]);
  await plant(
    transaction,
    'edition_partner',
    demoPartners.map(({ kind, code, name, yearsAgo }) => ({
      id: demoId('partner', code),
      edition_id: demoEditionId,
      kind,
      code,
      name,
      since: `${days.year - yearsAgo}-01-01`,
      until: null,
    })),
  );
}

const capitalRow = (capital: (typeof demoCapitals)[number]) => ({
  id: demoId('capital', capital.slug),
  slug: capital.slug,
  name: capital.name,
  names: { ko: capital.korean },
  country: capital.country,
  zone: capital.zone,
  region: capital.region,
  accent: capital.accent,
  willing: true,
  entry_rules: capital.entryRules,
  transport: capital.transport,
  embassies: capital.embassies,
  emergency_numbers: capital.emergencyNumbers,
  version: 1,
});

const currentEdition = (days: DemoDays) => ({
  id: demoEditionId,
  ...heldIn(demoCurrent.capital, days.year),
  venue: demoCurrent.venue,
  address: demoCurrent.address,
  contact_mail: demoCurrent.contactMail,
  contact_phone: demoCurrent.contactPhone,
  starts_on: days.first,
  ends_on: days.last,
  phase: 'live',
});

const pastEditions = (days: DemoDays) =>
  demoPastEditions.map((edition, index) => {
    const year = days.year - 1 - index;
    return {
      id: demoId('edition', edition.capital),
      ...heldIn(edition.capital, year),
      venue: edition.venue,
      address: edition.address,
      starts_on: `${year}-${edition.from}`,
      ends_on: `${year}-${edition.to}`,
      phase: 'archived',
    };
  });

function heldIn(slug: string, year: number) {
  const capital = demoCapitals.find((one) => one.slug === slug);
  return {
    slug: `${slug}-${year}`,
    year,
    capital_id: demoId('capital', slug),
    title: `Defence Industry Forum, ${capital?.name}`,
    zone: capital?.zone,
    version: 1,
  };
}

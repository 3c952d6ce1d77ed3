/** A country's time in a group: from a day on, until another (exclusive) or for good. Days are ISO 8601. */
export interface Membership {
  readonly country: string;
  readonly from: string;
  readonly to: string | null;
}

/** Groups of countries that acts refer to. */
export type GroupId = 'eu' | 'eea-efta' | 'ukraine' | 'nato' | 'horizon-self-financed';

const since = (from: string, countries: string): Membership[] =>
  countries.split(' ').map((country) => ({ country, from, to: null }));

/**
 * Membership of the European Union as far back as the acts go that the rule packs cite; of EFTA within the European
 * Economic Area; of NATO. Accessions and exits are public facts; Ukraine is a group because SAFE names it.
 */
export const countryGroups: Readonly<Record<GroupId, readonly Membership[]>> = {
  eu: [
    ...since(
      '2013-07-01',
      'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE',
    ),
    { country: 'GB', from: '1973-01-01', to: '2020-02-01' },
  ],
  'eea-efta': since('1995-05-01', 'IS LI NO'),
  ukraine: since('1991-08-24', 'UA'),
  // States of high income, and those that the work programme names beside them: no funding but by association. Recalled.
  'horizon-self-financed': since(
    '2021-01-01',
    'AE AU BH BN BR CA CH CL CN GB HK IN JP KR KW MO MX NZ OM QA RU SA SG TW US UY',
  ),
  nato: [
    ...since(
      '2020-03-27',
      'AL BE BG CA HR CZ DK EE FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES TR GB US',
    ),
    ...since('2023-04-04', 'FI'),
    ...since('2024-03-07', 'SE'),
  ],
};

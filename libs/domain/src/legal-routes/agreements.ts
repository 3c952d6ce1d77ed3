/** What an agreement opens. */
export type AgreementKind =
  | 'safe-participation'
  | 'edf-association'
  | 'edip-association'
  | 'horizon-association'
  | 'horizon-pillar-2'
  | 'security-and-defence-partnership';

/** An agreement of a country, as a record that can be added without a change of the rules. */
export interface Agreement {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly country: string;
  /** The day from which it counts, be it provisionally; and the first day on which it no longer does. */
  readonly from: string;
  readonly to: string | null;
  readonly act: string;
  /** The day of the act; null where it was not looked up. */
  readonly date: string | null;
  /** Whether the record, its day included, was read in a source; false for what is recalled or reported. */
  readonly verified: boolean;
  readonly note: string;
}

const record = (
  id: string,
  kind: AgreementKind,
  country: string,
  from: string,
  [act, verified, note, date = null]: readonly [
    act: string,
    verified: boolean,
    note: string,
    date?: string | null,
  ],
): Agreement => ({ id, kind, country, from, to: null, act, date, verified, note });

/** Associations to Horizon Europe that are only recalled, with the day from which they count. */
const associated = (from: string, countries: string): Agreement[] =>
  countries
    .split(' ')
    .map((country) =>
      record(`horizon-${country.toLowerCase()}`, 'horizon-association', country, from, [
        'Association agreement to Horizon Europe',
        false,
        'Recalled.',
      ]),
    );

/**
 * The agreements known when this was written. Korea, Japan and Türkiye were reported as interested in SAFE; no agreement
 * of theirs was found, so none is here. Whoever runs an edition adds records as agreements come.
 */
export const knownAgreements: readonly Agreement[] = [
  record('eu-canada-safe', 'safe-participation', 'CA', '2026-02-14', [
    'EU–Canada Agreement on participation in procurement under the SAFE instrument',
    false,
    "Signed and provisionally applied pending conclusion (European Parliament's summary of the procedure); the day is recalled.",
  ]),
  record('edf-norway', 'edf-association', 'NO', '2021-01-01', [
    'EEA Agreement, Protocol 31',
    true,
    'Norway takes part in the European Defence Fund (DG DEFIS).',
  ]),
  record('edip-norway', 'edip-association', 'NO', '2025-12-30', [
    'EEA Agreement, Protocol 31',
    false,
    'Recalled: members of EFTA in the EEA can be associated.',
  ]),
  record('horizon-norway', 'horizon-association', 'NO', '2021-01-01', [
    'EEA Agreement, Protocol 31',
    false,
    'Recalled.',
  ]),
  record('horizon-iceland', 'horizon-association', 'IS', '2021-01-01', [
    'EEA Agreement, Protocol 31',
    false,
    'Recalled.',
  ]),
  record('horizon-united-kingdom', 'horizon-association', 'GB', '2024-01-01', [
    'EU–UK Trade and Cooperation Agreement, Protocol I',
    false,
    'Recalled.',
  ]),
  record('horizon-new-zealand', 'horizon-pillar-2', 'NZ', '2023-01-01', [
    'EU–New Zealand association to Horizon Europe',
    false,
    'Pillar II; reported, the day is recalled.',
  ]),
  record('horizon-canada', 'horizon-pillar-2', 'CA', '2024-01-01', [
    'EU–Canada association to Horizon Europe',
    false,
    'Pillar II; recalled.',
  ]),
  record('horizon-korea', 'horizon-pillar-2', 'KR', '2025-01-01', [
    'EU–Korea Agreement on participation in Union programmes, OJ L 2025/1532',
    true,
    'Pillar II; signed on 17 July 2025, with a transitional arrangement for calls since 1 January 2025.',
    '2025-07-17',
  ]),
  record('horizon-japan', 'horizon-pillar-2', 'JP', '2026-01-01', [
    'EU–Japan association to Horizon Europe',
    false,
    'Pillar II; negotiated in December 2025, with a transitional arrangement for calls of 2026 (Commission); whether and when it was signed was not looked up, and the day is that of the year.',
  ]),
  ...associated('2021-01-01', 'AL AM BA FO GE IL MD ME MK RS TN TR UA XK'),
  ...associated('2025-01-01', 'CH EG'),
  record('sdp-japan', 'security-and-defence-partnership', 'JP', '2024-11-01', [
    'EU–Japan Security and Defence Partnership',
    true,
    'November 2024; a dialogue, not a right to take part.',
  ]),
  record('sdp-korea', 'security-and-defence-partnership', 'KR', '2024-11-04', [
    'EU–Republic of Korea Security and Defence Partnership',
    false,
    'Reported; the day is recalled.',
  ]),
  record('sdp-canada', 'security-and-defence-partnership', 'CA', '2025-06-23', [
    'EU–Canada Security and Defence Partnership',
    false,
    'Recalled.',
  ]),
  record('sdp-united-kingdom', 'security-and-defence-partnership', 'GB', '2025-05-19', [
    'EU–UK Security and Defence Partnership',
    false,
    'Recalled.',
  ]),
  record('sdp-india', 'security-and-defence-partnership', 'IN', '2026-01-27', [
    'EU–India Security and Defence Partnership',
    false,
    'The partnership was read of; the day is recalled.',
  ]),
];

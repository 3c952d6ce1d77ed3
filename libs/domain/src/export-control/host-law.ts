/**
 * A rule of a host's law on what may be talked about, as data. The first rule of a pack that fits decides. All that is
 * given must fit; null fits everything.
 */
export interface HostRule {
  readonly id: string;
  readonly act: string;
  readonly article: string;
  /** Whether its substance was read in a source; false for what is recalled. */
  readonly verified: boolean;
  /** Beginnings of list entries, such as `ML` or `DU5`; it fits a topic that carries any. */
  readonly entries: readonly string[] | null;
  /** It fits when every nationality is among these … */
  readonly among: readonly string[] | null;
  /** … and when some nationality is of these. */
  readonly involving: readonly string[] | null;
  /** `free`: needs no release; `release`: needs that of each side; `forbid`: not even with release. */
  readonly effect: 'free' | 'release' | 'forbid';
  readonly says: string;
}

/** The law of a host country from a day on, until another (exclusive), as far as the hall needs it. */
export interface HostLawPack {
  readonly country: string;
  readonly from: string;
  readonly to: string | null;
  readonly rules: readonly HostRule[];
}

const recalled = { verified: false, among: null, involving: null, effect: 'release' } as const;
const union = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

/**
 * Packs of the five capitals. Only that spoken advice counts as technical assistance under Regulation (EU) 2021/821 was
 * read in a source; acts are named from memory, and each host's authority has the last word. Where a pack says nothing,
 * release is needed.
 */
export const knownHostLaw: readonly HostLawPack[] = [
  {
    country: 'BE',
    from: '2021-09-09',
    to: null,
    rules: [
      {
        ...recalled,
        id: 'be.military',
        act: 'Common Position 2008/944/CFSP and regional decrees',
        article: 'not looked up',
        entries: ['ML'],
        says: 'Military technology needs a licence, within the Union too.',
      },
      {
        ...recalled,
        id: 'be.dual-use-within-union',
        act: 'Regulation (EU) 2021/821',
        article: 'Article 11',
        entries: ['DU'],
        among: union,
        effect: 'free',
        says: 'Most dual-use items move freely within the Union.',
      },
      {
        ...recalled,
        id: 'be.technical-assistance',
        act: 'Regulation (EU) 2021/821',
        article: 'Article 2',
        verified: true,
        entries: ['DU'],
        says: 'Technical assistance includes spoken advice and training, so a conversation can be an export.',
      },
    ],
  },
  ...(
    [
      ['KR', 'Foreign Trade Act; Defense Acquisition Program Act'],
      ['JP', 'Foreign Exchange and Foreign Trade Act and its orders'],
      ['AU', 'Defence Trade Controls Act 2012'],
      ['IN', 'Foreign Trade (Development and Regulation) Act 1992, SCOMET list'],
    ] as const
  ).map(([country, act]) => ({
    country,
    from: '2012-01-01',
    to: null,
    rules: [
      {
        ...recalled,
        id: `${country.toLowerCase()}.listed`,
        act,
        article: 'not looked up',
        entries: null,
        says: 'Listed technology needs permission before it is told to foreigners.',
      },
    ],
  })),
];

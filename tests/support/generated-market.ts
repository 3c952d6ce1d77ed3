import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import {
  capacities,
  type FirmProfile,
  type ProfileLine,
  type SizeClass,
} from '@forum/domain/matchmaking/profile';
import type { Closeness } from '@forum/domain/matchmaking/taxonomy/closeness';
import { profileSuggester } from '@forum/domain/matchmaking/taxonomy/suggest-profile';
import type { Taxonomy } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { seeded, type Seeded } from './seeded.ts';

/** An invented market in which it is known who should meet whom. */
export interface GeneratedMarket {
  readonly profiles: readonly FirmProfile[];
  /** The planted partners of each firm. */
  readonly partners: ReadonlyMap<string, ReadonlySet<string>>;
}

type Draft = { -readonly [Key in keyof FirmProfile]: FirmProfile[Key] } & {
  offers: ProfileLine[];
  needs: ProfileLine[];
};

const countries = [
  'KR',
  'KR',
  'KR',
  'JP',
  'JP',
  'AU',
  'AU',
  'IN',
  'IN',
  'BE',
  'FR',
  'DE',
  'IT',
  'SE',
  'US',
  'CA',
];
const sizes: readonly (readonly [SizeClass, number])[] = [
  ['micro', 25],
  ['small', 40],
  ['medium', 20],
  ['large', 10],
  ['prime', 5],
];

/** The categories of each exhibitor of real lists, when they are present; null otherwise. */
export function realCategories(): string[][] | null {
  const folder = path.resolve(process.env['FORUM_DATA'] ?? '../shared/data', 'firms');
  if (!existsSync(folder)) return null;
  return ['avalon-2025', 'dsei-japan-2023'].flatMap((name) => {
    const list = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as {
      exhibitors: { category?: string[] }[];
    };
    return list.exhibitors.flatMap(({ category }) => (category ? [category] : []));
  });
}

/**
 * A market of invented firms: what they offer follows the categories of real exhibitors where these are present, so that
 * crowding is real. Every firm has some three partners planted: a need of one meets an offer of the other, every other
 * time in both directions, in the same way to cooperate or a near one, mature and large enough most of the time; one time in four it is told in other words
 * (a part, the whole, another list). Everything else is noise, which also fits sometimes.
 */
export function generatedMarket(
  count: number,
  seed: number,
  market: {
    readonly taxonomy: Taxonomy;
    readonly closeness: ReadonlyMap<string, readonly Closeness[]>;
    readonly categories: readonly (readonly string[])[] | null;
  },
): GeneratedMarket {
  const random = seeded(seed);
  const suggest = profileSuggester(market.taxonomy);
  const codes = [...market.taxonomy.byCode.keys()].filter((code) => !/^(ML|DU|EDF|DIANA|EDT)/.test(code));
  const offered = (): string[] => {
    const read = market.categories ? suggest(random.one(market.categories)).offers : [];
    const some = read.map(({ capability }) => capability).filter(() => random.chance(70));
    return some.length > 0 ? some.slice(0, 6) : [random.one(codes), random.one(codes)];
  };
  const firms = Array.from({ length: count }, (_, index): Draft => {
    const offers = [...new Set(offered())].map((capability) => anyLine(random, capability));
    const needs = Array.from({ length: 1 + random.whole(3) }, () => anyLine(random, random.one(codes)));
    return {
      firmId: `firm-${String(index).padStart(5, '0')}`,
      size: sizeOf(random),
      establishedIn: [random.one(countries)],
      controlledFrom: null,
      interests: Array.from({ length: 3 }, () => random.one(countries)),
      offers,
      needs,
    };
  });
  const partners = new Map(firms.map(({ firmId }) => [firmId, new Set<string>()]));
  for (const firm of firms) {
    for (let planted = 0; planted < 1 + random.whole(2); planted += 1) {
      const other = random.one(firms);
      if (other === firm) continue;
      plant(random, firm, other, market.closeness);
      if (random.chance(50)) plant(random, other, firm, market.closeness);
      partners.get(firm.firmId)?.add(other.firmId);
      partners.get(other.firmId)?.add(firm.firmId);
    }
  }
  return { profiles: firms, partners };
}

/** Makes two firms partners: the second offers what the first needs. */
function plant(
  random: Seeded,
  seeker: Draft,
  seller: Draft,
  closeness: ReadonlyMap<string, readonly Closeness[]>,
): void {
  const need: ProfileLine = {
    ...random.one(seeker.needs),
    maturity: 5 + random.whole(5),
    capacity: random.one(capacities),
    leadTimeWeeks: 8 + random.whole(40),
  };
  const near = closeness.get(need.capability) ?? [];
  const capability = random.chance(75) ? need.capability : random.one(near).code;
  seeker.needs = [...seeker.needs.filter((line) => !isSame(line, need)), need];
  const offer: ProfileLine = {
    ...need,
    capability,
    maturity: Math.min(9, Math.max(1, (need.maturity ?? 5) + random.whole(4) - 1)),
    leadTimeWeeks: Math.max(1, (need.leadTimeWeeks ?? 20) + random.whole(30) - 20),
  };
  seller.offers = [...seller.offers.filter((line) => !isSame(line, offer)), offer];
  if (random.chance(60)) seeker.interests = [...(seeker.interests ?? []), seller.establishedIn?.[0] ?? 'KR'];
}

const isSame = (a: ProfileLine, b: ProfileLine) => a.capability === b.capability && a.mode === b.mode;

function anyLine(random: Seeded, capability: string): ProfileLine {
  const said = <T>(value: T): T | null => (random.chance(60) ? value : null);
  return {
    capability,
    mode: random.chance(50) ? 'supply' : random.one(cooperationModes),
    maturity: said(1 + random.whole(9)),
    capacity: said(random.one(capacities)),
    leadTimeWeeks: said(4 + random.whole(60)),
    note: null,
  };
}

function sizeOf(random: Seeded): SizeClass {
  let place = random.whole(100);
  for (const [size, percent] of sizes) {
    if (place < percent) return size;
    place -= percent;
  }
  return 'small';
}

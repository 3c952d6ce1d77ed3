import { fold } from '../../text/fold.ts';
import type { CooperationMode } from '../cooperation.ts';
import { lineOf, type Taxonomy } from './taxonomy.ts';

/** An offer that a firm's categories suggest, for the firm to confirm or drop. */
export interface SuggestedOffer {
  readonly capability: string;
  readonly mode: CooperationMode;
  /** The categories it was read from, as the exhibitor list writes them. */
  readonly because: readonly string[];
}

/** What the categories of an exhibitor list say about a firm. */
export interface SuggestedProfile {
  readonly offers: readonly SuggestedOffer[];
  /** Categories that say nothing about capabilities, such as "Media" or "Recruitment". */
  readonly unread: readonly string[];
}

/** Reads categories of exhibitor lists; made once for a taxonomy. */
export type ProfileSuggester = (categories: readonly string[]) => SuggestedProfile;

/**
 * Suggests a profile from the free-text categories of an exhibitor list: a capability of the forum's tree is suggested
 * when its title or a synonym stands in a category as whole words, plural or not. Where a part and the whole are both
 * found, the part says more and the whole is dropped; "security" within "cyber security" is not read on its own. "Maintenance, repair and overhaul" is a capability and also a way
 * to cooperate: beside it, each platform is offered as MRO too.
 */
export function profileSuggester(taxonomy: Taxonomy): ProfileSuggester {
  const phrases = taxonomy.capabilities
    .filter(({ scheme }) => scheme === 'forum')
    .flatMap(({ code, title, synonyms }) =>
      [title.en, title.ko, ...synonyms].map((phrase) => ({ code, phrase: words(phrase) })),
    );
  const read = (category: string) => {
    const text = words(category);
    const found = phrases.filter(({ phrase }) => text.includes(phrase));
    const said = found.filter(({ phrase }) => !found.some((other) => isPartOf(phrase, other.phrase)));
    const codes = new Set(said.map(({ code }) => code));
    const wholes = new Set([...codes].flatMap((code) => lineOf(taxonomy, code).slice(1)));
    return [...codes].filter((code) => !wholes.has(code));
  };
  return (categories) => {
    const because = new Map<string, string[]>();
    const unread: string[] = [];
    for (const category of categories) {
      const codes = read(category);
      if (codes.length === 0) unread.push(category);
      for (const code of codes) because.set(code, [...(because.get(code) ?? []), category]);
    }
    return { offers: offersFrom(because), unread };
  };
}

function offersFrom(because: ReadonlyMap<string, readonly string[]>): SuggestedOffer[] {
  const maintenance = because.get('services.maintenance');
  return [...because].flatMap(([capability, categories]) => [
    {
      capability,
      mode: capability === 'services.maintenance' ? 'mro' : 'supply',
      because: categories,
    } as const,
    ...(maintenance && capability.startsWith('platforms.')
      ? [{ capability, mode: 'mro', because: [...categories, ...maintenance] } as const]
      : []),
  ]);
}

const isPartOf = (phrase: string, longer: string) => longer.length > phrase.length && longer.includes(phrase);

/** Folded words without plural s, between spaces, so that a phrase is found only as whole words. */
function words(text: string): string {
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (/^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word));
  return ` ${folded.join(' ')} `;
}

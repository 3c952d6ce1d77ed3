import type { FirmProfile } from '@forum/domain/matchmaking/profile';

/**
 * What event software usually does, as a baseline: firms that share most tags (offered or needed, it does not tell them
 * apart) are listed, by the share of common tags (Jaccard), ties by id.
 */
export function tagOverlap(profiles: readonly FirmProfile[], limit: number): Map<string, string[]> {
  const tagged = profiles.map(({ firmId, offers, needs }) => ({
    firmId,
    tags: new Set([...offers, ...needs].map(({ capability }) => capability)),
  }));
  return new Map(
    tagged.map((firm) => [
      firm.firmId,
      tagged
        .filter((other) => other !== firm)
        .map((other) => ({ firmId: other.firmId, score: jaccard(firm.tags, other.tags) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.firmId < b.firmId ? -1 : 1))
        .slice(0, limit)
        .map(({ firmId }) => firmId),
    ]),
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const tag of a) common += b.has(tag) ? 1 : 0;
  return common / (a.size + b.size - common);
}

import type { WishesStatus } from '@forum/contract/matchmaking/shared';
import { missingWishes, type Wish, type WishTerms } from '@forum/domain/matchmaking/wishes';

/** How a firm's wishes stand to what the edition asks. */
export function statusOf(wishes: readonly Wish[], terms: WishTerms, now: string): WishesStatus {
  const { missing, mustsLeft, open } = missingWishes(wishes, [], terms, now);
  return { ...terms, open, given: wishes.length, missing, mustsLeft };
}

import type { ProfileContent } from '@forum/contract/matchmaking/profiles';
import type { FirmProfile } from '@forum/domain/matchmaking/profile';
import type { SuggestedOffer } from '@forum/domain/matchmaking/taxonomy/suggest-profile';

/** What a profile is before anything is said. */
export const emptyContent: ProfileContent = {
  size: null,
  establishedIn: null,
  controlledFrom: null,
  interests: null,
  offers: [],
  needs: [],
};

/** A kept profile as the rules read it. */
export const profileOf = (firmId: string, content: ProfileContent): FirmProfile => ({ firmId, ...content });

/** A profile of the rules as it is kept. */
export const contentOf = ({ firmId: _, ...content }: FirmProfile): ProfileContent =>
  ({ ...content }) as ProfileContent;

/** What the directory says of a firm that has not spoken for itself. */
export const directoryContent = (
  country: string | null,
  offers: readonly SuggestedOffer[],
): ProfileContent => ({
  ...emptyContent,
  establishedIn: country ? [country] : null,
  offers: offers.map(({ capability, mode }) => ({
    capability,
    mode,
    maturity: null,
    capacity: null,
    leadTimeWeeks: null,
    note: null,
  })),
});

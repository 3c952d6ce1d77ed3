import type { Suggestions } from '@forum/contract/matchmaking/suggestions';
import type { ListedFirm } from '../listed-firm.repository.ts';
import type { MarketFirm } from './edition-market.ts';

type ShownFirm = NonNullable<Suggestions['rows']>[number]['firm'];

/** A firm of the market as others see it in a list. */
export const shownFirm = ({ id, name, country, stand, size, confirmed }: MarketFirm): ShownFirm => ({
  id,
  name,
  country,
  stand,
  size,
  confirmed,
});

/** A firm of the directory, of which nothing else is read. */
export const unknownFirm = ({ id, name, country, stand }: Omit<ListedFirm, 'categories'>): ShownFirm => ({
  id,
  name,
  country,
  stand,
  size: null,
  confirmed: false,
});

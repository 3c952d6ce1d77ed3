import { expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { usualSettings } from '@forum/domain/matchmaking/matching/settings';
import { taxonomyOf } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { type Admitted } from '../../http/viewer.ts';
import { type JournalTail } from '../../live/journal-tail.ts';
import { type MarketRepository } from './market.repository.ts';
import { Matchings } from './matchings.service.ts';

/** A market that takes long enough to read that its matching rests afterwards; it names how often it was read. */
function slowMarket() {
  let reads = 0;
  const read = async () => {
    await pause(80);
    reads++;
    return {
      market: { profiles: [], taxonomy: taxonomyOf([]) },
      pastToBoth: [],
      settings: usualSettings,
      firms: new Map([[`read ${reads}`, {}]]),
    };
  };
  return { read } as unknown as MarketRepository;
}

const following = { onChanges: () => undefined, isCurrent: true } as unknown as JournalTail;
const viewer = { edition: { id: 'edition' }, standing: { firmId: null } } as unknown as Admitted;

it('whoever asks after a change gets a matching that knows it, also while the last one rests', async () => {
  const matchings = new Matchings(slowMarket(), following);
  const seen = async () => [...(await matchings.seenBy(viewer, 'firm')).firms.keys()];
  expect(await seen()).toEqual(['read 1']);
  expect(await seen()).toEqual(['read 1']);
  matchings.outdate('edition');
  expect(await Promise.all([seen(), seen()])).toEqual([['read 2'], ['read 2']]);
});

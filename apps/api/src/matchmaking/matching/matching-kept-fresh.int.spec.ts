import { expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Admitted } from '../../http/viewer.ts';
import { type JournalTail } from '../../live/journal-tail.ts';
import { type MarketRepository } from './market.repository.ts';
import { type Matcher } from './matcher.service.ts';
import { Matchings } from './matchings.service.ts';

/** A market that takes long enough to read that its matching rests afterwards; it numbers its readings. */
function slowMarket() {
  let reads = 0;
  const read = async () => {
    await pause(80);
    reads++;
    return { open: { reads }, pastToBoth: [] };
  };
  return { read } as unknown as MarketRepository;
}

/** Tells as free slots by which reading a matching was made. */
const matcher = {
  match: ({ reads }: { reads: number }) => Promise.resolve({ freeSlotsOf: () => reads }),
} as unknown as Matcher;
const following = { onChanges: () => undefined, isCurrent: true } as unknown as JournalTail;
const viewer = { edition: { id: 'edition' }, standing: { firmId: null } } as unknown as Admitted;

it('whoever asks after a change gets a matching that knows it, also while the last one rests', async () => {
  const matchings = new Matchings(slowMarket(), matcher, following);
  const seen = async () => (await matchings.seenBy(viewer, 'firm')).freeSlotsOf('firm');
  expect(await seen()).toBe(1);
  expect(await seen()).toBe(1);
  matchings.outdate('edition');
  expect(await Promise.all([seen(), seen()])).toEqual([2, 2]);
});

import { expect, it } from '@jest/globals';
import { newsOf, sideTold } from './meeting-news.ts';

it('the news of a proposal says whether it asks for a meeting or would move one that stands', () => {
  const of = (state: 'requested' | 'accepted') =>
    (
      ['proposed', 'declined', 'withdrawn', 'expired', 'reminder', 'accepted', 'cancelled', 'moved'] as const
    ).map((step) => newsOf(step, { state }));
  expect(of('requested').some((news) => news?.startsWith('move-'))).toBe(false);
  expect(of('accepted').filter((news) => news?.startsWith('move-'))).toEqual([
    'move-proposed',
    'move-declined',
    'move-withdrawn',
    'move-expired',
    'move-reminder',
  ]);
});

it('who would come is no news before a meeting is agreed', () => {
  const states = ['requested', 'declined', 'withdrawn', 'cancelled', 'expired'] as const;
  expect(states.map((state) => newsOf('people', { state }))).toEqual(states.map(() => null));
  expect(newsOf('people', { state: 'accepted' })).toBe('people');
});

it('a question is told to who must answer it, an answer to who asked, whichever side began', () => {
  for (const [asked, asker] of [
    ['to', 'from'],
    ['from', 'to'],
  ] as const) {
    const waiting = { turn: asked };
    const over = { turn: null };
    expect(sideTold('proposed', { turn: asker }, waiting)).toBe(asked);
    expect(sideTold('reminder', waiting, waiting)).toBe(asked);
    expect(sideTold('declined', waiting, over)).toBe(asker);
    expect(sideTold('expired', waiting, over)).toBe(asker);
    expect(sideTold('withdrawn', waiting, over)).toBe(asked);
    expect(sideTold('accepted', waiting, over)).toBeNull();
  }
});

import type { MatchingState } from '@forum/contract/matchmaking/shared';
import { eventually } from './eventually.ts';

/** Asks until the answer rests on a matching that knows of every change that this node has heard of. */
export const whenComputed = <Answer extends { body: { matching: MatchingState } }>(
  ask: () => Promise<Answer>,
): Promise<Answer> => eventually(ask, ({ body }) => body.matching.newer === 'none');

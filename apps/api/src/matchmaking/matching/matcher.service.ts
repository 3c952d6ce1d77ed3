import { Injectable } from '@nestjs/common';
import type { SettingsPreview } from '@forum/contract/matchmaking/settings';
import { DomainError } from '@forum/domain/errors';
import { pairExplainer, type Suggestion } from '@forum/domain/matchmaking/matching/match-firms';
import type { Explanation } from '@forum/domain/matchmaking/matching/pair-score';
import type { MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import type { FirmProfile } from '@forum/domain/matchmaking/profile';
import { threadScript } from '../../threads/thread-script.ts';
import { ThreadLimitReached, type ThreadPool, Threads } from '../../threads/threads.ts';
import type { MarketFacts } from './edition-market.ts';

type Script = typeof import('./matching.worker.ts');

/** The matching of an edition, as it was when it was computed: who asks about it later looks at the firms as they are then. */
export interface EditionMatching {
  /** The suggestions of each firm as they came from the thread, to see whether another matching has the same. */
  lists: ReadonlyMap<string, string>;
  /** Whom a firm is suggested to meet, best first. */
  suggestions: (firmId: string) => readonly Suggestion[];
  /** What two firms have in common by these profiles; null for nothing. */
  explain: (ours: FirmProfile, theirs: FirmProfile) => Explanation | null;
  /** How many meetings a firm could still have; null where not known. */
  freeSlotsOf: (firmId: string) => number | null;
  /** Milliseconds of work. The start of a thread is no part of it, as the next matching finds the thread there. */
  took: number;
}

/** How many firms a preview of settings names. */
const mostShown = 60;

/** Matches the firms of an edition in a thread. */
@Injectable()
export class MatcherService {
  readonly #threads: ThreadPool<Script>;

  constructor(threads: Threads) {
    this.#threads = threads.open<Script>({
      script: threadScript('matching'),
      threads: 1,
      waiting: 40,
      seconds: 60,
      megabytes: 384,
    });
  }

  async match(facts: MarketFacts): Promise<EditionMatching> {
    const { suggestions: lists, freeSlots, took } = await withinLimits(this.#threads.run('match', facts));
    return {
      lists,
      suggestions: (firmId) => JSON.parse(lists.get(firmId) ?? '[]') as Suggestion[],
      explain: pairExplainer(facts.taxonomy, facts.settings, facts.past),
      freeSlotsOf: (firmId) => freeSlots.get(firmId) ?? null,
      took,
    };
  }

  /** What other settings would change. */
  compare(facts: MarketFacts, proposed: MatchSettings): Promise<SettingsPreview> {
    return withinLimits(this.#threads.run('compare', { facts, proposed, most: mostShown }));
  }
}

async function withinLimits<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ThreadLimitReached ? tooHeavy(error.limit) : error;
  }
}

const tooHeavy = (limit: ThreadLimitReached['limit']) =>
  new DomainError(
    'temporarily.unavailable',
    { retryAfter: 30 },
    `Matching the firms took too much ${limit} and was stopped. Try again in half a minute.`,
  );

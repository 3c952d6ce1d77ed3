import { Injectable } from '@nestjs/common';
import { type ChangeType } from '@forum/contract/live';
import { matchFirms, type Matching } from '@forum/domain/matchmaking/matching/match-firms';
import { Kept } from '../../documents/kept.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { JournalTail } from '../../live/journal-tail.ts';
import { type EditionMarket, MarketRepository } from './market.repository.ts';

/** The matching of an edition as somebody may see it, with the firms it is about. */
export interface EditionMatching extends Pick<EditionMarket, 'firms'> {
  matching: Matching;
}

interface Made {
  /** Reckons with confidential outcomes: for what is told to the two firms alone. */
  forFirms: EditionMatching;
  /** Knows nothing of them; made when the host first asks. */
  forHost: () => EditionMatching;
  /** Whether this node followed the journal when it was made, so that no change since was missed. */
  followed: boolean;
  at: number;
  took: number;
}

const outdating: ReadonlySet<ChangeType> = new Set([
  'profile.changed',
  'no-meet.changed',
  'matching.changed',
  'firms.changed',
  'outcome.changed',
]);

/** Milliseconds of matching that nobody notices. */
const unnoticed = 60;

/** Matching a large market takes a tenth of the time at most; what it says is a few seconds old then. */
const restPerWork = 9;

/**
 * Keeps the matching of each edition in memory, made once for everybody who asks and again after what it depends on has
 * changed. Who may meet whom is asked again with every answer, so a matching of a moment ago tells nothing it must not.
 */
@Injectable()
export class Matchings {
  readonly #kept = new Map<string, Kept<Made>>();
  readonly #outdated = new Set<string>();

  constructor(
    private readonly markets: MarketRepository,
    private readonly tail: JournalTail,
  ) {
    tail.onChanges((changes) => {
      for (const { editionId, change } of changes) if (outdating.has(change.type)) this.outdate(editionId);
    });
  }

  /**
   * The matching that somebody may see who asks about a firm: its own people one that knows what the two have come to
   * in confidence, the host one that does not.
   */
  async seenBy(viewer: Admitted, firmId: string): Promise<EditionMatching> {
    const { forFirms, forHost } = await this.#of(editionOf(viewer).id);
    return viewer.standing.firmId === firmId ? forFirms : forHost();
  }

  async #of(editionId: string): Promise<Made> {
    const kept = this.#kept.get(editionId) ?? new Kept(() => this.#make(editionId));
    this.#kept.set(editionId, kept);
    const { last } = kept;
    if (last && this.#isOld(editionId, last)) {
      this.#outdated.delete(editionId);
      kept.outdate();
    }
    return kept.get();
  }

  /** What the matching of an edition depends on has changed. */
  outdate(editionId: string): void {
    this.#outdated.add(editionId);
  }

  #isOld(editionId: string, { followed, at, took }: Made): boolean {
    const mayBeOld = this.#outdated.has(editionId) || !followed || !this.tail.isCurrent;
    const rest = took > unnoticed ? took * restPerWork : 0;
    return mayBeOld && performance.now() >= at + rest;
  }

  async #make(editionId: string): Promise<Made> {
    const followed = this.tail.isCurrent;
    const { market, pastToBoth, settings, firms } = await this.markets.read(editionId);
    const began = performance.now();
    const matching = matchFirms({ ...market, past: pastToBoth }, settings);
    const at = performance.now();
    let open: Matching | null = null;
    return {
      forFirms: { matching, firms },
      forHost: () => ({ matching: (open ??= matchFirms(market, settings)), firms }),
      followed,
      at,
      took: at - began,
    };
  }
}

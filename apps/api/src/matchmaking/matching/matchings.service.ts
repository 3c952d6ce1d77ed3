import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type ChangeType } from '@forum/contract/live';
import { type SettingsPreview } from '@forum/contract/matchmaking';
import { type MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import { Kept } from '../../documents/kept.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { JournalTail } from '../../live/journal-tail.ts';
import { MarketRepository } from './market.repository.ts';
import { type EditionMatching, Matcher } from './matcher.service.ts';

interface Made {
  /** Reckons with confidential outcomes: for what is told to the two firms alone. */
  forFirms: EditionMatching;
  /** Knows nothing of them; made when the host first asks. */
  forHost: () => Promise<EditionMatching>;
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

/** What takes or gives people's time; it comes often when the hall is busy, and a few seconds later is soon enough. */
const filling: ReadonlySet<ChangeType> = new Set([
  'meeting.changed',
  'plan.changed',
  'registration.changed',
  'rights.changed',
  'availability.changed',
  'hall.changed',
]);

/** Milliseconds between two matchings that differ by calendars only. */
const breath = 2_000;

/** Milliseconds after which slots may have passed and pilots ended, of which no change tells. */
const longest = 60_000;

/** Milliseconds of reading and matching that nobody notices. */
const unnoticed = 60;

/** Reading and matching a large market takes a tenth of the time, or comes five seconds after the last. */
const restPerWork = 9;
const longestRest = 5_000;

/**
 * Keeps the matching of each edition in memory, made once for everybody who asks and again after what it depends on has
 * changed. Who may meet whom is asked again with every answer, so a matching of a moment ago tells nothing it must not.
 */
@Injectable()
export class Matchings {
  readonly #kept = new Map<string, Kept<Made>>();
  readonly #outdated = new Set<string>();
  readonly #filled = new Set<string>();

  constructor(
    private readonly markets: MarketRepository,
    private readonly matcher: Matcher,
    private readonly tail: JournalTail,
  ) {
    tail.onChanges((changes) => {
      for (const { editionId, change } of changes) {
        if (outdating.has(change.type)) this.outdate(editionId);
        if (filling.has(change.type)) this.#filled.add(editionId);
      }
    });
  }

  /**
   * The matching that somebody may see who asks about a firm: its own people one that knows what the two have come to
   * in confidence, the host one that does not.
   */
  async seenBy(viewer: Admitted, firmId: string): Promise<EditionMatching> {
    const { forFirms, forHost } = await this.#of(editionOf(viewer).id);
    return viewer.standing.firmId === firmId ? forFirms : await forHost();
  }

  /** What other settings would change, on the market as it is and without confidential outcomes. */
  async preview(editionId: string, proposed: MatchSettings): Promise<SettingsPreview> {
    const { open } = await this.markets.read(editionId);
    return this.matcher.compare(open, proposed);
  }

  async #of(editionId: string): Promise<Made> {
    const kept = this.#kept.get(editionId) ?? new Kept(() => this.#make(editionId));
    this.#kept.set(editionId, kept);
    // Whoever asks because of a change waits for a matching that knows it: nothing would make them ask again.
    while (kept.last && this.#outdated.has(editionId) && untilRested(kept.last) > 0)
      await pause(Math.ceil(untilRested(kept.last)));
    const { last } = kept;
    if (last && this.#isOld(editionId, last)) {
      this.#outdated.delete(editionId);
      this.#filled.delete(editionId);
      kept.outdate();
    }
    return kept.get();
  }

  /** What the matching of an edition depends on has changed. */
  outdate(editionId: string): void {
    this.#outdated.add(editionId);
  }

  #isOld(editionId: string, last: Made): boolean {
    if (untilRested(last) > 0) return false;
    const mayBeOld = this.#outdated.has(editionId) || !last.followed || !this.tail.isCurrent;
    const least = mayBeOld ? 0 : this.#filled.has(editionId) ? breath : longest;
    return performance.now() >= last.at + least;
  }

  async #make(editionId: string): Promise<Made> {
    const followed = this.tail.isCurrent;
    const began = performance.now();
    const { open, pastToBoth } = await this.markets.read(editionId);
    const forFirms = await this.matcher.match({ ...open, past: pastToBoth });
    const at = performance.now();
    let forHost: Promise<EditionMatching> | null = null;
    const matchForHost = () =>
      this.matcher.match(open).catch((error: unknown) => {
        forHost = null;
        throw error;
      });
    return { forFirms, forHost: () => (forHost ??= matchForHost()), followed, at, took: at - began };
  }
}

/** Milliseconds until the next matching may be made. */
function untilRested({ at, took }: Made): number {
  const rest = took > unnoticed ? Math.min(took * restPerWork, longestRest) : 0;
  return Math.max(0, at + rest - performance.now());
}

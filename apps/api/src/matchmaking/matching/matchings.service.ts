import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { ChangeType } from '@forum/contract/live/changes';
import type { SettingsPreview } from '@forum/contract/matchmaking/settings';
import type { MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { JournalTail } from '../../live/journal-tail.ts';
import { LiveGateway } from '../../live/live.gateway.ts';
import { Log } from '../../operations/log.ts';
import { KeptMatching, type KnownMatching } from './kept-matching.ts';
import { MarketRepository } from './market.repository.ts';
import { type EditionMatching, MatcherService } from './matcher.service.ts';

/** For whom a matching is: the two firms alone know what they have come to in confidence, the host does not. */
type Audience = 'firms' | 'host';

const outdating: ReadonlySet<ChangeType> = new Set([
  'profile.changed',
  'no-meet.changed',
  'matching.changed',
  'firms.changed',
  'outcome.changed',
]);

/** What takes or gives people's time; it comes often when the hall is busy. */
const filling: ReadonlySet<ChangeType> = new Set([
  'meeting.changed',
  'plan.changed',
  'registration.changed',
  'rights.changed',
  'availability.changed',
  'hall.changed',
]);

/**
 * Keeps the matchings of each edition that somebody has asked about in memory. Nobody waits for one: the last is told at
 * once, and this node's sockets are told when a newer one is there. Who may be shown is asked again with every answer.
 */
@Injectable()
export class MatchingsService implements BeforeApplicationShutdown {
  readonly #kept = new Map<string, Partial<Record<Audience, KeptMatching>>>();
  /** The last matching begun of each edition: the next waits for it. */
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly markets: MarketRepository,
    private readonly matcher: MatcherService,
    private readonly tail: JournalTail,
    private readonly live: LiveGateway,
    private readonly log: Log,
  ) {
    tail.onChanges((changes) => {
      for (const { editionId, change } of changes) {
        if (outdating.has(change.type)) this.outdate(editionId);
        if (filling.has(change.type)) this.#each(editionId, (kept) => kept.fill());
      }
    });
  }

  /**
   * The matching that somebody may see who asks about a firm: its own people one that knows what the two have come to
   * in confidence, the host one that does not.
   */
  seenBy(viewer: Admitted, firmId: string): KnownMatching {
    const editionId = editionOf(viewer).id;
    const audience = viewer.standing.firmId === firmId ? 'firms' : 'host';
    const ofEdition = this.#kept.get(editionId) ?? {};
    this.#kept.set(editionId, ofEdition);
    return (ofEdition[audience] ??= this.#keep(editionId, audience)).ask();
  }

  /** What other settings would change, on the market as it is and without confidential outcomes. */
  async preview(editionId: string, proposed: MatchSettings): Promise<SettingsPreview> {
    const { open } = await this.markets.read(editionId);
    return this.matcher.compare(open, proposed);
  }

  /** What the matching of an edition depends on has changed. */
  outdate(editionId: string): void {
    this.#each(editionId, (kept) => kept.outdate());
  }

  beforeApplicationShutdown(): void {
    for (const editionId of this.#kept.keys()) this.#each(editionId, (kept) => kept.stop());
  }

  #each(editionId: string, tell: (kept: KeptMatching) => void): void {
    for (const kept of Object.values(this.#kept.get(editionId) ?? {})) tell(kept);
  }

  #keep(editionId: string, audience: Audience): KeptMatching {
    const follows = (stream: string) =>
      audience === 'firms' ? stream.startsWith('firm:') : stream === 'staff:organiser';
    return new KeptMatching({
      make: () => this.#afterOthers(editionId, () => this.#make(editionId, audience)),
      isFollowing: () => this.tail.isCurrent,
      tell: () => this.live.tellComputed(editionId, 'matching', follows),
      failed: (error) => this.log.warn({ err: error, editionId }, 'an edition could not be matched'),
    });
  }

  /** One matching of an edition at a time, whoever it is for. */
  #afterOthers<Result>(editionId: string, make: () => Promise<Result>): Promise<Result> {
    const before = this.#running.get(editionId) ?? Promise.resolve();
    const made = before.then(make, make);
    this.#running.set(editionId, made);
    return made;
  }

  async #make(editionId: string, audience: Audience): Promise<EditionMatching> {
    const began = performance.now();
    const { open, pastToBoth } = await this.markets.read(editionId);
    const reading = performance.now() - began;
    const matching = await this.matcher.match(audience === 'firms' ? { ...open, past: pastToBoth } : open);
    return { ...matching, took: reading + matching.took };
  }
}

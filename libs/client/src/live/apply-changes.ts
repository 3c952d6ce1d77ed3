import type { Change } from '@forum/contract/live/changes';
import type { Computed } from '@forum/contract/live/events';
import { type Programme, readProgramme } from '@forum/contract/programme/programme';
import type { Query, QueryClient } from '@tanstack/query-core';
import { belongsTo, headsIn, pathOf } from './cached-route.ts';
import { concernedBy, restingOn } from './concerned.ts';
import { isBeyond } from './known-sessions.ts';
import { type Answered, Overlay } from './overlay.ts';
import { ReadRequirements } from './read-requirements.ts';
import type { Heads } from './streams.ts';

/** What the cache's follower needs around it. */
export interface CacheHooks {
  /** Told of the heads of everything that is read. */
  fetched(heads: Heads): void;
  wait(ms: number, then: () => void): void;
}

/** A node that answers may be some moments behind the one that told a change. */
const lagPause = 500;
const lagTries = 10;

/**
 * Keeps the TanStack cache of one edition equal to a fresh fetch. What a change carries is laid over what is cached, by
 * version; what it only names is read again, once at a time: a read that was under way when the change came is repeated
 * when it lands and never cut off, so that many changes in a row cannot starve a screen.
 */
export class FollowedCache {
  readonly #client: QueryClient;
  readonly #edition: string;
  readonly #hooks: CacheHooks;
  readonly #overlay = new Overlay();
  readonly #required = new ReadRequirements();
  /** Queries that were under way when something came that they may have missed. */
  readonly #unsettled = new Set<string>();
  readonly #tries = new Map<string, number>();
  readonly #reached = new Map<string, number>();
  /** Lets go of the cache. */
  readonly stop: () => void;

  constructor(client: QueryClient, edition: string, hooks: CacheHooks) {
    this.#client = client;
    this.#edition = edition;
    this.#hooks = hooks;
    this.stop = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
      if (belongsTo(event.query, edition)) this.#landed(event.query);
    });
  }

  apply(changes: readonly Change[]): void {
    const paths = new Set<string>();
    for (const change of changes) {
      this.#overlay.learn(change);
      this.#reached.set(change.stream, change.number);
      const concerned = concernedBy(change);
      for (const path of concerned === 'everything' ? ['*'] : concerned) {
        paths.add(path);
        this.#required.require(path, { [change.stream]: change.number });
      }
    }
    this.#layOverAll();
    const isConcerned = (query: Query) => paths.has(pathOf(query)) || namesUnknown(query, changes);
    this.#readAgain((query) => paths.has('*') || (this.#isOurs(query) && isConcerned(query)));
  }

  /** Something was computed anew: what rests on it is read again. */
  computed(what: Computed): void {
    const paths = restingOn(what);
    this.#readAgain((query) => this.#isOurs(query) && paths.includes(pathOf(query)));
  }

  /** Changes up to `heads` are lost to us: everything is read again, at these heads or later. */
  reset(heads: Heads): void {
    this.#required.restart(heads);
    this.#tries.clear();
    const isRestored = Object.entries(heads).some(
      ([stream, head]) => head < (this.#reached.get(stream) ?? 0),
    );
    // After a backup was restored, versions count anew from where they stood then.
    if (isRestored) this.#overlay.clear();
    for (const [stream, head] of Object.entries(heads)) this.#reached.set(stream, head);
    this.#readAgain(this.#isOurs);
  }

  /** Changes are told from `heads` on; what was read before them is not enough. */
  joined(heads: Heads): void {
    this.#required.require('*', heads);
    this.#readAgain(
      (query) => this.#isOurs(query) && this.#required.standing(pathOf(query), headsIn(query)) !== 'past',
    );
  }

  /** Takes the entities in the answer to a write at once, and keeps older reads from undoing them. */
  absorb(answered: Answered): void {
    this.#overlay.absorb(answered);
    this.#layOverAll();
  }

  readonly #isOurs = (query: Query) => belongsTo(query, this.#edition);

  #landed(query: Query): void {
    const heads = headsIn(query);
    if (heads) this.#hooks.fetched(heads);
    const wasUnsettled = this.#unsettled.delete(query.queryHash);
    const standing = this.#required.standing(pathOf(query), heads);
    if (standing === 'behind') {
      this.#tryLater(query);
    } else {
      this.#tries.delete(query.queryHash);
      if (wasUnsettled && standing === 'unknown') this.#readOneAgain(query);
    }
    this.#layOver(query);
  }

  #tryLater(query: Query): void {
    const tried = this.#tries.get(query.queryHash) ?? 0;
    this.#tries.set(query.queryHash, tried + 1);
    if (tried >= lagTries) return;
    this.#hooks.wait(tried === 0 ? 0 : lagPause, () => this.#readOneAgain(query));
  }

  #readOneAgain(query: Query): void {
    this.#readAgain((other) => other.queryHash === query.queryHash);
  }

  #readAgain(isConcerned: (query: Query) => boolean): void {
    for (const query of this.#client.getQueryCache().findAll({ predicate: isConcerned })) {
      if (query.state.fetchStatus === 'fetching') this.#unsettled.add(query.queryHash);
    }
    void this.#client.invalidateQueries({ predicate: isConcerned }, { cancelRefetch: false });
  }

  #layOverAll(): void {
    this.#client
      .getQueryCache()
      .findAll({ predicate: this.#isOurs })
      .forEach((query) => this.#layOver(query));
  }

  #layOver(query: Query): void {
    const { data, isInvalidated, dataUpdatedAt } = query.state;
    if (data === undefined) return;
    const over = this.#overlay.over(pathOf(query), data);
    if (over === data) return;
    query.setData(over, { updatedAt: dataUpdatedAt, manual: true });
    // Laying over does not make fresh what is about to be read again.
    if (isInvalidated) query.invalidate();
  }
}

/** Whether a change tells a session with a speaker, a room or a track that the cached programme must be read again for. */
function namesUnknown(query: Query, changes: readonly Change[]): boolean {
  if (pathOf(query) !== readProgramme.path || query.state.data === undefined) return false;
  const programme = query.state.data as Programme;
  return changes.some((change) => change.session !== undefined && isBeyond(programme, change.session));
}

import { listFirms } from '@forum/contract/firms/firms';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { readProgramme, type Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import type { Route } from '@forum/contract/route';
import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { FollowedCache } from '../apply-changes.ts';
import { liveBefore, type LiveEffect, type LiveEvent, type LiveState } from '../live-state.ts';
import { step } from '../step.ts';
import type { Heads } from '../streams.ts';
import type { SimulatedServer } from './simulated-server.ts';

const edition = 'seoul-2027';

/** A read on its way: served when the server reads, landed when the client has it. */
interface Read {
  serve(): unknown;
  served?: unknown;
  land(data: unknown): void;
}

/** A client with a real cache and the real state machine, whose wires, clock and answers the test holds in its hands. */
export class SimulatedClient {
  state: LiveState = liveBefore(0);
  readonly wire: LiveEvent[] = [];
  readonly asks: { since: Heads; answer?: LiveEvent }[] = [];
  readonly reads: Read[] = [];
  readonly answers: Session[] = [];
  /** Each change that was applied, as `stream:number`. */
  readonly applied: string[] = [];
  readonly #client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  readonly #cache: FollowedCache;
  readonly #forget: (() => void)[];
  readonly #server: SimulatedServer;

  constructor(server: SimulatedServer) {
    this.#server = server;
    this.#cache = new FollowedCache(this.#client, edition, {
      fetched: (heads) => this.hear({ kind: 'fetched', heads }),
      wait: (_ms, then) => then(),
    });
    this.#forget = [
      this.#observe(readProgramme, () => server.programme()),
      this.#observe(listMeetings, () => server.meetings()),
      this.#observe(listFirms, () => server.firms()),
    ];
  }

  hear(event: LiveEvent): void {
    const next = step(this.state, event, { now: 0, random: 0.5 });
    this.state = next.state;
    for (const effect of next.effects) this.#run(effect);
  }

  absorb(session: Session): void {
    this.#cache.absorb({ sessions: [session] });
  }

  data<T>(route: Route): T | undefined {
    return this.#client.getQueryData<T>([route.path, { edition }]);
  }

  programme(): Programme | undefined {
    return this.data<Programme>(readProgramme);
  }

  stop(): void {
    this.#cache.stop();
    for (const forget of this.#forget) forget();
    this.#client.clear();
  }

  #observe(route: Route, serve: () => unknown): () => void {
    const observer = new QueryObserver(this.#client, {
      queryKey: [route.path, { edition }],
      queryFn: () => new Promise((land) => this.reads.push({ serve, land })),
    });
    return observer.subscribe(() => undefined);
  }

  #run(effect: LiveEffect): void {
    if (effect.kind === 'connect') {
      this.wire.length = 0;
      this.wire.push({ kind: 'welcome', heads: this.#server.heads(), now: new Date(0).toISOString() });
    } else if (effect.kind === 'disconnect') this.wire.length = 0;
    else if (effect.kind === 'ask') this.asks.push({ since: effect.since });
    else if (effect.kind === 'reset') this.#cache.reset(effect.heads);
    else if (effect.kind === 'joined') this.#cache.joined(effect.heads);
    else if (effect.kind === 'apply') {
      this.applied.push(...effect.changes.map((change) => `${change.stream}:${change.number}`));
      this.#cache.apply(effect.changes);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Shed } from '../budgets/shed.ts';
import { Database } from '../database/database.ts';
import { LiveGateway } from '../live/live.gateway.ts';
import { Sequencer } from '../live/sequencer.ts';
import { MailQueue } from '../mail/mail-queue.repository.ts';
import { OrphanCounts } from './orphans/orphan-counts.ts';

/** What an operator watches, in Prometheus' text format. */
@Injectable()
export class Metrics {
  readonly #registry = new Registry();
  #text: Promise<string> | null = null;
  readonly #requests = new Histogram({
    name: 'forum_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.01, 0.05, 0.2, 1, 5],
    registers: [this.#registry],
  });

  constructor(gateway: LiveGateway, sequencer: Sequencer, queue: MailQueue, shed: Shed, database: Database) {
    collectDefaultMetrics({ register: this.#registry });
    const registers = [this.#registry];
    countOfNode(registers, gateway, sequencer, shed);
    countMails(registers, queue, database);
    countOrphans(registers, database);
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** Whoever asks while it is written shares it: some of it is read from the database. */
  text(): Promise<string> {
    this.#text ??= this.#registry.metrics().finally(() => (this.#text = null));
    return this.#text;
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}

/** What a node knows of itself. */
function countOfNode(registers: Registry[], gateway: LiveGateway, sequencer: Sequencer, shed: Shed): void {
  new Gauge({
    name: 'forum_sockets',
    help: 'Open sockets of this node',
    registers,
    collect() {
      this.set(gateway.sockets);
    },
  });
  new Counter({
    name: 'forum_shed_total',
    help: 'Requests, sockets and mails that were refused or cut off so that others are served',
    labelNames: ['kind'] as const,
    registers,
    collect() {
      this.reset();
      for (const [kind, count] of shed.counts) this.inc({ kind }, count);
    },
  });
  new Gauge({
    name: 'forum_sequencer',
    help: '1 on the node that numbers changes',
    registers,
    collect() {
      this.set(sequencer.holdsLock ? 1 : 0);
    },
  });
}

function countMails(registers: Registry[], queue: MailQueue, database: Database): void {
  new Gauge({
    name: 'forum_mails',
    help: 'Mails that wait to be sent, and those of the last week that were given up; of the whole forum',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const { waiting, givenUp } = await queue.unsent(database.reader);
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'given-up' }, givenUp);
    },
  });
}

function countOrphans(registers: Registry[], database: Database): void {
  const orphans = new OrphanCounts(database);
  new Gauge({
    name: 'forum_orphans',
    help: 'What was agreed and is left without what it rests on; always 0. Counted once a minute, of the whole forum',
    labelNames: ['kind'] as const,
    registers,
    async collect() {
      for (const { query, count } of await orphans.now()) this.set({ kind: query }, count);
    },
  });
}

import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { LiveGateway } from '../live/live.gateway.ts';
import { Sequencer } from '../live/sequencer.ts';

/** What an operator watches, in Prometheus' text format. */
@Injectable()
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'forum_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.01, 0.05, 0.2, 1, 5],
    registers: [this.#registry],
  });

  constructor(gateway: LiveGateway, sequencer: Sequencer) {
    collectDefaultMetrics({ register: this.#registry });
    const registers = [this.#registry];
    new Gauge({
      name: 'forum_sockets',
      help: 'Open sockets of this node',
      registers,
      collect() {
        this.set(gateway.sockets);
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

  observe(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}

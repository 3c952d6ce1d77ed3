import { AsyncLocalStorage } from 'node:async_hooks';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { MailLane, MailLine } from '@forum/domain/mail/lanes';
import { Limits } from '../budgets/limits.ts';
import { createDataSource } from '../database/data-source.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { Database } from '../database/database.ts';
import { shortened } from '../logging.ts';
import { Log } from '../operations/log.ts';
import { MailFacts } from './mail-facts.ts';
import { type LeasedMail, leaseSeconds, MailQueue } from './mail-queue.repository.ts';
import { isRefusal, mostSeconds, Postman } from './postman.ts';

/** Few: a worker asks for milliseconds, and then waits for the mail server. */
const connections = 4;
const lookEvery = 1_000;
const looksUntilGivingUp = 60;
const waitAtEnd = 8_000;
/** A worker that was kept longer than this between its lease and the mail server leaves the mail to the next. */
const mostMsUnderLease = (leaseSeconds - mostSeconds) * 500;

interface Lane extends MailLane {
  active: number;
}

/**
 * Sends mails by the workers of each lane, until each is sent, overtaken, refused for good, or too old. What is still to
 * be sent stands in the mails themselves, so an outage of any length, or the end of a node, loses none.
 */
@Injectable()
export class Sending implements BeforeApplicationShutdown {
  readonly #lanes: Lane[];
  /** A worker that a request woke does not work in that request's name. */
  readonly #apart = AsyncLocalStorage.snapshot();
  readonly #busy = new Set<Promise<unknown>>();
  #database: Database | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;
  #isInterrupted = false;

  constructor(
    private readonly url: DatabaseUrl,
    private readonly queue: MailQueue,
    private readonly facts: MailFacts,
    private readonly postman: Postman,
    private readonly log: Log,
    private readonly limits: Limits,
  ) {
    this.#lanes = limits.mailLanes.map((lane) => ({ ...lane, active: 0 }));
  }

  /** Begins to work, over connections to the database that no request waits for or makes wait. */
  async start(): Promise<void> {
    this.#database = new Database(await createDataSource(this.url, connections).initialize());
    this.#timer = setInterval(() => void this.look(), lookEvery);
    void this.look();
  }

  /** Has a worker look at each of these lines. */
  wake(lines: Iterable<MailLine>): void {
    const woken = new Set(lines);
    for (const lane of this.#lanes) if (lane.takes.some((line) => woken.has(line))) this.#engage(lane);
  }

  /** Looks for mails of other nodes, those whose pause is over, and those whose node is gone. */
  async look(): Promise<void> {
    const database = this.#database;
    if (database) await this.#awaitedAtEnd(this.#look(database));
  }

  async #look(database: Database): Promise<void> {
    try {
      const freed = await this.queue.freeLeases(database);
      if (freed > 0) this.log.warn({ mails: freed }, 'mails whose worker is gone are sent again');
      if (this.#looks++ % looksUntilGivingUp === 0) await this.giveUpOld();
      this.#isInterrupted = false;
      this.wake(['code', 'new-address', 'soon', 'bulk']);
    } catch (error) {
      this.#interrupted(error);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    clearInterval(this.#timer);
    const end = AbortSignal.timeout(waitAtEnd);
    const ended = new Promise((resolve) => end.addEventListener('abort', resolve));
    await Promise.race([Promise.allSettled(this.#busy), ended]);
    if (database?.source.isInitialized) await database.source.destroy();
  }

  #engage(lane: Lane): void {
    if (lane.active >= lane.workers || !this.#database) return;
    lane.active++;
    void this.#awaitedAtEnd(
      this.#apart(() => this.#work(lane, this.#database))
        .catch((error: unknown) => this.#interrupted(error))
        .finally(() => lane.active--),
    );
  }

  async #awaitedAtEnd(work: Promise<unknown>): Promise<void> {
    this.#busy.add(work);
    await work;
    this.#busy.delete(work);
  }

  /** Sends one mail after the other until there is none; each that is found makes another worker look as well. */
  async #work(lane: Lane, database: Database | null): Promise<void> {
    while (this.#database && database) {
      const takenAt = performance.now();
      const mail = await this.#next(lane, database);
      if (!mail) return;
      this.#engage(lane);
      await this.#send(database, mail, takenAt);
    }
  }

  async #next(lane: Lane, database: Database): Promise<LeasedMail | null> {
    for (const line of lane.takes) {
      const mail = await this.queue.take(database, line, this.limits.newAddressMails);
      if (mail) return mail;
    }
    return null;
  }

  async #send(database: Database, mail: LeasedMail, takenAt: number): Promise<void> {
    const current = await this.#current(database, mail);
    if (!current) return this.queue.settle(database, mail, 'overtaken');
    if (performance.now() - takenAt > mostMsUnderLease) return;
    const { id, recipient: to, fromName, replyTo } = mail;
    const trouble = await this.postman.deliver({ id, to, fromName, replyTo, ...current }).then(
      () => null,
      (error: Error) => error,
    );
    if (trouble === null) return this.queue.settle(database, mail, 'sent');
    const isForGood = isRefusal(trouble);
    this.log.warn(
      { mailId: mail.id, trouble: shortened(trouble.message), isForGood },
      'a mail was not taken',
    );
    await this.queue.fail(database, mail, trouble.message.slice(0, 500), isForGood);
  }

  /** What the mail says now; null when it is overtaken. */
  async #current(database: Database, mail: LeasedMail) {
    if (mail.thing !== null && (await this.queue.isOvertaken(database, mail))) return null;
    const now = await this.facts.now(database.reader, mail.thing);
    if (now !== 'holds') return now;
    const { subject, body: text, html, method, calendar } = mail;
    return {
      subject,
      text,
      html,
      ...(method && calendar ? { calendar: { method, content: calendar } } : {}),
    };
  }

  /** Gives up what is too old to be of use. */
  async giveUpOld(): Promise<void> {
    const tooOld = this.#database ? await this.queue.giveUpOld(this.#database) : 0;
    if (tooOld > 0) this.log.warn({ mails: tooOld }, 'mails were too old to be sent');
  }

  #interrupted(error: unknown): void {
    if (!this.#isInterrupted) this.log.warn({ err: error }, 'mails are interrupted');
    this.#isInterrupted = true;
  }
}

import { addRoom } from '@forum/contract/programme/rooms-and-tracks';
import type { Session } from '@forum/contract/programme/session';
import { changeSession, editSession, type SessionChange } from '@forum/contract/programme/session-changes';
import type { ScheduleStep, Talk } from './schedule-changes.ts';
import type { TestEdition } from './test-edition.ts';
import type { TestBrowser } from './test-forum.ts';
import { addTestSession } from './test-programme.ts';

/**
 * Plays the steps of a schedule through the doors of the secretariat. A talk that leaves the schedule is cancelled, one
 * that comes again is reinstated; a new track or type moves it to another audience, so that all audiences are stirred.
 */
export class ScheduleReplay {
  /** How many steps the forum took, and how many had nothing to say or were refused. */
  taken = 0;
  idle = 0;
  readonly #desk: TestBrowser;
  readonly #edition: TestEdition;
  readonly #sessions = new Map<string, Session>();
  readonly #rooms = new Map<string, string>();

  constructor(desk: TestBrowser, edition: TestEdition) {
    this.#desk = desk;
    this.#edition = edition;
  }

  /** The sessions as the answers to the writes told them. */
  get sessions(): Session[] {
    return [...this.#sessions.values()];
  }

  async add(guid: string, talk: Talk): Promise<void> {
    const audience = (['public', 'public', 'accredited', 'public', 'restricted'] as const)[
      this.#sessions.size % 5
    ];
    const session = await addTestSession(this.#desk, this.#edition, {
      title: talk.title || guid,
      audience: audience ?? 'public',
      at: wallTimeOf(talk.date),
      roomId: await this.#room(talk.room),
    });
    this.#sessions.set(guid, session);
  }

  async take(step: ScheduleStep): Promise<void> {
    const session = this.#sessions.get(step.guid);
    if (step.op === 'add' && !session) await this.add(step.guid, step);
    const done = session ? await this.#alter(step, session) : step.op === 'add';
    if (done) this.taken++;
    else this.idle++;
  }

  async #alter(step: ScheduleStep, session: Session): Promise<boolean> {
    if (step.op === 'remove') return this.#change(session, step.guid, { kind: 'cancel' });
    if (step.op === 'add') return this.#change(session, step.guid, { kind: 'reinstate' });
    if (step.date) {
      const start = `${this.#edition.slug.slice(-4)}-${wallTimeOf(step.date)}`;
      return this.#change(session, step.guid, { kind: 'move', start });
    }
    if (step.room)
      return this.#change(session, step.guid, { kind: 'room', roomId: await this.#room(step.room) });
    if (step.duration)
      return this.#change(session, step.guid, { kind: 'delay', minutes: 5, shiftFollowing: true });
    const audience = session.audience === 'public' ? 'accredited' : 'public';
    const answer = await this.#desk.call(editSession, {
      params: { edition: this.#edition.slug, session: session.id },
      body: {
        version: session.version,
        ...(step.title ? { title: step.title } : { audience, confirmedAudience: audience }),
      },
    });
    return answer.status === 200 && this.#keep([answer.body]);
  }

  async #change(session: Session, guid: string, change: SessionChange): Promise<boolean> {
    const answer = await this.#desk.call(changeSession, {
      params: { edition: this.#edition.slug, session: session.id },
      body: { version: this.#sessions.get(guid)?.version ?? 0, change },
    });
    return answer.status === 200 && this.#keep(answer.body.sessions);
  }

  #keep(sessions: readonly Session[]): boolean {
    const guids = new Map([...this.#sessions].map(([guid, { id }]) => [id, guid]));
    for (const session of sessions) this.#sessions.set(guids.get(session.id) ?? '', session);
    return true;
  }

  async #room(name: string): Promise<string> {
    const known = this.#rooms.get(name);
    if (known) return known;
    const { body } = await this.#desk.call(addRoom, {
      params: { edition: this.#edition.slug },
      body: { name },
    });
    this.#rooms.set(name, body.id);
    return body.id;
  }
}

/** The days of the conference, 27 to 30 December, as those of a test edition, 12 to 14 May; nights begin on the second. */
function wallTimeOf(date: string): string {
  const time = date.slice(11, 16);
  const day = time < '06:00' ? 13 : 12 + ((Number(date.slice(8, 10)) - 27 + 3) % 3);
  return `05-${day}T${time}`;
}

import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Session, SessionDetail } from '@forum/contract/programme/session';
import type {
  changeSession,
  createSession,
  editSession,
  previewNewSession,
  SessionChange,
  SessionImpact,
} from '@forum/contract/programme/session-changes';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { widensAudience } from '@forum/domain/programme/session';
import { addMinutes } from '@forum/domain/time/instant';
import { instantOf } from '@forum/domain/time/zoned';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { sessionsAfter } from './change-session.ts';
import { Impact } from './impact.ts';
import { noSuchSession } from '../programme.repository.ts';
import { SessionChanges } from './session-changes.ts';
import { sessionDay } from '../session-days.ts';
import {
  asSession,
  type LockedEdition,
  SessionsRepository,
  type StoredSession,
  withoutTexts,
} from './sessions.repository.ts';
import { requireVersion } from '../../http/require-version.ts';

type Body<R extends typeof changeSession | typeof createSession | typeof editSession> = RouteInput<R>['body'];
type NewSession = Body<typeof createSession>;

/** What the secretariat does with sessions. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly impact: Impact,
    private readonly changes: SessionChanges,
  ) {}

  /** What a change would do; nothing is written. */
  preview(viewer: Admitted, sessionId: string, change: SessionChange): Promise<SessionImpact> {
    const { id } = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      const edition = await this.repository.edition(transaction, id, '');
      const sessions = await this.#sessions(transaction, edition);
      const session = sessionIn(sessions, sessionId);
      await this.#requireRoom(transaction, id, change);
      return this.impact.of(transaction, sessions, sessionsAfter(sessions, session, change, edition));
    });
  }

  /** Applies a change and tells everyone concerned; what is so already stays as it is. */
  change(viewer: Admitted, sessionId: string, { version, change }: Body<typeof changeSession>) {
    return this.#write(viewer, async (transaction, edition) => {
      const sessions = await this.#sessions(transaction, edition);
      const session = sessionIn(sessions, sessionId);
      requireSeen(session, version);
      await this.#requireRoom(transaction, edition.id, change);
      const changed = sessionsAfter(sessions, session, change, edition);
      if (changed.length === 0) return { sessions: [asSession(session)] };
      const arranged = await this.repository.arrange(transaction, edition, changed);
      await this.changes.record(
        transaction,
        viewer,
        edition.id,
        arranged.map((after) => ({ before: asSession(sessionIn(sessions, after.id)), after })),
      );
      return { sessions: arranged };
    });
  }

  /** What a new session would clash with; nothing is written. */
  previewNew(viewer: Admitted, body: NewSession): Promise<RouteOutput<typeof previewNewSession>> {
    const { id } = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      const edition = await this.repository.edition(transaction, id, '');
      const sessions = await this.#sessions(transaction, edition);
      const placed = await this.#placed(transaction, edition, body);
      const added = { ...placed, id: randomUUID(), version: 1, state: 'scheduled', speakerIds: [] } as const;
      return { clashes: await this.impact.clashes(transaction, sessions, [added]) };
    });
  }

  create(viewer: Admitted, body: NewSession): Promise<SessionDetail> {
    return this.#write(viewer, async (transaction, edition) => {
      const placed = await this.#placed(transaction, edition, body);
      const made = await this.repository.insert(transaction, edition.id, placed);
      await this.changes.record(transaction, viewer, edition.id, [
        { before: null, after: withoutTexts(made) },
      ]);
      return made;
    });
  }

  edit(viewer: Admitted, sessionId: string, body: Body<typeof editSession>): Promise<SessionDetail> {
    return this.#write(viewer, async (transaction, edition) => {
      const before = await this.repository.require(transaction, edition.id, sessionId);
      requireSeen(before, body.version);
      requireConfirmedAudience(before, body);
      await this.repository.requireIn(transaction, edition.id, 'track', body.trackId);
      const after = await this.repository.write(transaction, edition.id, sessionId, {
        title: body.title ?? before.title,
        subtitle: body.subtitle === undefined ? before.subtitle : body.subtitle,
        kind: body.kind ?? before.kind,
        audience: body.audience ?? before.audience,
        trackId: body.trackId === undefined ? before.trackId : body.trackId,
        language: body.language === undefined ? before.language : body.language,
        abstract: body.abstract ?? before.abstract,
      });
      await this.changes.record(transaction, viewer, edition.id, [
        { before: withoutTexts(before), after: withoutTexts(after) },
      ]);
      return after;
    });
  }

  #write<Result>(
    viewer: Admitted,
    work: (transaction: Transaction, edition: LockedEdition) => Promise<Result>,
  ): Promise<Result> {
    return this.database.write(async (transaction) => {
      const edition = await this.repository.edition(transaction, editionOf(viewer).id, 'lock');
      requirePhase(edition.phase, 'edit-programme');
      return work(transaction, edition);
    });
  }

  /** A new session at its instants, on its day, in a room and on a track of the edition. */
  async #placed(transaction: Transaction, edition: LockedEdition, body: NewSession) {
    const start = instantOf(body.start, edition.zone);
    const day = sessionDay(start, edition);
    await this.repository.requireIn(transaction, edition.id, 'room', body.roomId);
    await this.repository.requireIn(transaction, edition.id, 'track', body.trackId);
    return { ...body, start, end: addMinutes(start, body.minutes), day };
  }

  #sessions(transaction: Transaction, edition: LockedEdition): Promise<StoredSession[]> {
    return this.repository.all(transaction, edition.id);
  }

  async #requireRoom(transaction: Transaction, editionId: string, change: SessionChange): Promise<void> {
    if ('roomId' in change) await this.repository.requireIn(transaction, editionId, 'room', change.roomId);
  }
}

function sessionIn(sessions: readonly StoredSession[], id: string): StoredSession {
  const session = sessions.find((other) => other.id === id);
  if (!session) throw noSuchSession(id);
  return session;
}

function requireSeen({ id, version }: Pick<Session, 'id' | 'version'>, seen: number): void {
  requireVersion({ thing: 'The session', current: version, seen, details: { session: id } });
}

/** More people see a session only after somebody was asked about exactly the audience that it then has. */
function requireConfirmedAudience(
  { id, audience: before }: Pick<Session, 'id' | 'audience'>,
  { audience = before, confirmedAudience }: Body<typeof editSession>,
): void {
  if (!widensAudience(before, audience) || confirmedAudience === audience) return;
  throw new DomainError(
    'session.audience_unconfirmed',
    { session: id, before, audience },
    `The audience “${audience}” lets more people see the session than “${before}”. Send confirmedAudience "${audience}" once somebody has confirmed it.`,
  );
}

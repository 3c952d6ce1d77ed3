import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@forum/contract/route';
import type { addSpeaker } from '@forum/contract/programme/session-people';
import { requirePhase } from '@forum/domain/editions/phase';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { SessionChanges } from '../sessions/session-changes.ts';
import { SessionsRepository, withoutTexts } from '../sessions/sessions.repository.ts';
import { SessionPeopleChanges } from './session-people-changes.ts';
import { SessionPeopleRepository, type Speaker } from './session-people.repository.ts';

type NewSpeaker = RouteInput<typeof addSpeaker>['body'];

/** Who speaks in sessions, and which persons they are. */
@Injectable()
export class SpeakersService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly people: SessionPeopleRepository,
    private readonly sessionChanges: SessionChanges,
    private readonly changes: SessionPeopleChanges,
  ) {}

  /** Adds a speaker behind the others; whoever speaks in the session already stays where they are. */
  add(viewer: Admitted, sessionId: string, who: NewSpeaker): Promise<void> {
    return this.#write(viewer, async (transaction, editionId) => {
      await this.sessions.require(transaction, editionId, sessionId);
      const speaker = await this.#speaker(transaction, editionId, who);
      await this.#speaking(transaction, viewer, { editionId, sessionId, speaker }, () =>
        this.people.addSpeaker(transaction, editionId, sessionId, speaker.id),
      );
    });
  }

  remove(viewer: Admitted, sessionId: string, speakerId: string): Promise<void> {
    return this.#write(viewer, async (transaction, editionId) => {
      await this.sessions.require(transaction, editionId, sessionId);
      const speaker = await this.people.speaker(transaction, editionId, speakerId);
      await this.#speaking(transaction, viewer, { editionId, sessionId, speaker }, () =>
        this.people.removeSpeaker(transaction, sessionId, speakerId),
      );
    });
  }

  /** Says which delegate a speaker is, or that nobody knows. */
  link(viewer: Admitted, speakerId: string, delegateId: string | null): Promise<void> {
    return this.#write(viewer, async (transaction, editionId) => {
      const { personId: before } = await this.people.speaker(transaction, editionId, speakerId);
      const after = delegateId
        ? (await this.people.delegate(transaction, editionId, delegateId)).personId
        : null;
      if (before === after) return;
      await this.changes.rightsBy(transaction, viewer, { editionId, personIds: [before, after] }, () =>
        this.people.link(transaction, speakerId, after),
      );
      await this.changes.record(transaction, viewer, {
        editionId,
        entityId: speakerId,
        detail: { before: { personId: before }, after: { personId: after } },
      });
    });
  }

  /** The speaker that a delegate is already, or a new one. */
  async #speaker(transaction: Transaction, editionId: string, who: NewSpeaker): Promise<Speaker> {
    if (!('delegateId' in who)) {
      return this.people.newSpeaker(transaction, editionId, { ...who, personId: null });
    }
    const delegate = await this.people.delegate(transaction, editionId, who.delegateId);
    const known = await this.people.speakerOf(transaction, editionId, delegate.personId);
    return known ?? this.people.newSpeaker(transaction, editionId, delegate);
  }

  /** Changes who speaks in a session, and tells its audience, its speaker and the organisers, if that changed. */
  async #speaking(
    transaction: Transaction,
    viewer: Admitted,
    { editionId, sessionId, speaker }: { editionId: string; sessionId: string; speaker: Speaker },
    change: () => Promise<boolean>,
  ): Promise<void> {
    const before = withoutTexts(await this.sessions.require(transaction, editionId, sessionId));
    const concerned = { editionId, personIds: [speaker.personId] };
    const isChanged = await this.changes.rightsBy(transaction, viewer, concerned, change);
    if (!isChanged) return;
    const after = await this.sessions.raise(transaction, editionId, sessionId);
    await this.sessionChanges.record(transaction, viewer, editionId, [{ before, after }]);
    await this.changes.record(transaction, viewer, {
      editionId,
      entityId: sessionId,
      version: after.version,
    });
  }

  #write(
    viewer: Admitted,
    work: (transaction: Transaction, editionId: string) => Promise<void>,
  ): Promise<void> {
    return this.database.write(async (transaction) => {
      const edition = await this.sessions.edition(transaction, editionOf(viewer).id, 'lock');
      requirePhase(edition.phase, 'edit-programme');
      await work(transaction, edition.id);
    });
  }
}

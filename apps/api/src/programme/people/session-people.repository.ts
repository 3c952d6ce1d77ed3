import { Injectable } from '@nestjs/common';
import type { SessionPeople } from '@forum/contract/programme/session-people';
import { DomainError } from '@forum/domain/errors';
import { Database, type Transaction } from '../../database/database.ts';
import { noSuchSession } from '../programme.repository.ts';
import { one } from '../../database/one.ts';

/** A delegate as far as a session is concerned. */
export interface NamedDelegate {
  id: string;
  personId: string;
  name: string;
  organisation: string;
}

/** A speaker, and the person that they are, if anybody has said. */
export interface Speaker {
  id: string;
  personId: string | null;
}

const personColumns = `json_build_object('delegateId', d.id, 'name', p.display_name,
  'organisation', coalesce(d.organisation, ''), 'state', d.state)`;

/** Reads and writes who is named for sessions and who speaks in them. */
@Injectable()
export class SessionPeopleRepository {
  constructor(private readonly database: Database) {}

  async of(editionId: string, sessionId: string): Promise<SessionPeople> {
    const people = await this.database.row<SessionPeople>(
      `select
         (select coalesce(json_agg(${personColumns} order by p.sort_key, d.id), '[]')
          from session_access a join delegate d on d.id = a.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
          where a.session_id = s.id) as named,
         (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'organisation', k.organisation,
            'person', case when p.id is not null then ${personColumns} end) order by o.position, k.id), '[]')
          from session_speaker o join speaker k on k.id = o.speaker_id left join person_in_edition p
            on p.edition_id = k.edition_id and p.id = k.person_id
          left join delegate d on d.edition_id = k.edition_id and d.person_id = k.person_id
          where o.session_id = s.id) as speakers
       from session s where s.edition_id = $1 and s.id = $2 and s.removed_at is null`,
      [editionId, sessionId],
    );
    if (!people) throw noSuchSession(sessionId);
    return people;
  }

  /** A delegate of the edition, or a refusal. */
  async delegate(transaction: Transaction, editionId: string, delegateId: string): Promise<NamedDelegate> {
    const [delegate] = await transaction.query<NamedDelegate>(
      `select d.id, d.person_id as "personId", p.display_name as name, d.organisation
       from delegate d join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id where d.edition_id = $1 and d.id = $2`,
      [editionId, delegateId],
    );
    if (delegate) return delegate;
    throw new DomainError(
      'not_found',
      { delegate: delegateId },
      `There is no delegate ${delegateId} in this edition. Search for them by name.`,
    );
  }

  /** Clears a delegate for a session or takes that back; true when it was not so before. */
  async clear(
    transaction: Transaction,
    editionId: string,
    { sessionId, delegateId, isCleared }: { sessionId: string; delegateId: string; isCleared: boolean },
  ): Promise<boolean> {
    const changed = await transaction.query(
      isCleared
        ? `insert into session_access (edition_id, session_id, delegate_id) values ($1, $2, $3)
           on conflict on constraint session_access_pk do nothing returning delegate_id`
        : `delete from session_access where edition_id = $1 and session_id = $2 and delegate_id = $3
           returning delegate_id`,
      [editionId, sessionId, delegateId],
    );
    return changed.length > 0;
  }

  /** A speaker of the edition, or a refusal. */
  async speaker(transaction: Transaction, editionId: string, speakerId: string): Promise<Speaker> {
    const [speaker] = await transaction.query<Speaker>(
      'select id, person_id as "personId" from speaker where edition_id = $1 and id = $2',
      [editionId, speakerId],
    );
    if (speaker) return speaker;
    throw new DomainError(
      'not_found',
      { speaker: speakerId },
      `There is no speaker ${speakerId} in this edition. Look at the people of the session again.`,
    );
  }

  /** The speaker that a person is in an edition, the oldest of several. */
  async speakerOf(transaction: Transaction, editionId: string, personId: string): Promise<Speaker | null> {
    const [speaker] = await transaction.query<Speaker>(
      `select id, person_id as "personId" from speaker where edition_id = $1 and person_id = $2 order by id limit 1`,
      [editionId, personId],
    );
    return speaker ?? null;
  }

  async newSpeaker(
    transaction: Transaction,
    editionId: string,
    {
      name,
      organisation,
      personId,
    }: Pick<NamedDelegate, 'name' | 'organisation'> & Pick<Speaker, 'personId'>,
  ): Promise<Speaker> {
    const speaker = one(
      await transaction.query<Speaker>(
        `insert into speaker (edition_id, name, organisation, person_id) values ($1, $2, nullif($3, ''), $4)
       returning id, person_id as "personId"`,
        [editionId, name, organisation, personId],
      ),
    );
    return speaker;
  }

  /** Puts a speaker behind all whom a file may bring; false when they speak in the session already. */
  async addSpeaker(
    transaction: Transaction,
    editionId: string,
    sessionId: string,
    speakerId: string,
  ): Promise<boolean> {
    const added = await transaction.query(
      `insert into session_speaker (edition_id, session_id, speaker_id, position, by_hand)
       select $1, $2, $3, coalesce(max(position) filter (where by_hand), 999) + 1, true
       from session_speaker where session_id = $2
       on conflict on constraint session_speaker_pk do nothing returning speaker_id`,
      [editionId, sessionId, speakerId],
    );
    return added.length > 0;
  }

  /** Takes a speaker out of a session; false when they do not speak in it. */
  async removeSpeaker(transaction: Transaction, sessionId: string, speakerId: string): Promise<boolean> {
    const removed = await transaction.query(
      'delete from session_speaker where session_id = $1 and speaker_id = $2 returning speaker_id',
      [sessionId, speakerId],
    );
    return removed.length > 0;
  }

  async link(transaction: Transaction, speakerId: string, personId: string | null): Promise<void> {
    await transaction.query('update speaker set person_id = $2 where id = $1', [speakerId, personId]);
  }
}

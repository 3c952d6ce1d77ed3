import { Injectable } from '@nestjs/common';
import { withdraw } from '@forum/domain/accreditation/accreditation';
import { DomainError } from '@forum/domain/errors';
import { audienceOfSession } from '@forum/domain/identity/streams';
import { setTimeout as pause } from 'node:timers/promises';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Config } from '../config.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { Database, type Transaction } from '../database/database.ts';
import { one } from '../database/one.ts';
import { DelegateSteps } from '../delegations/delegates/delegate-steps.ts';
import { DelegatesRepository } from '../delegations/delegates/delegates.repository.ts';
import { SeatsService } from '../delegations/places/seats.service.ts';
import { Changes } from '../live/changes.ts';
import { Postman } from '../mail/postman.ts';
import { eraseCopies, type Traces } from './copies.repository.ts';
import { type OwnWords, removeOwnMeetingWords } from './own-meeting-words.repository.ts';
import { erased, erasingStatements } from './personal-data.ts';
import { type Place, placesThatHold } from './places-that-hold.repository.ts';

const taking = new Set(['submitted', 'accredited', 'waitlisted']);

/** Where a person's mail address stands without the person. */
const ofMail = ['delete from sign_in_challenge where mail = $1', 'delete from aide where mail = $1'];

/** What erasing a person has removed of meetings, and where their name still stands. */
export interface Erased extends Pick<OwnWords, 'documents'> {
  messages: number;
  places: Place[];
}

/** Erases a person: what they did stays, as done by nobody who can be named, and the audit's chain holds. */
@Injectable()
export class Erasure {
  constructor(
    private readonly database: Database,
    private readonly url: DatabaseUrl,
    private readonly config: Config,
    private readonly delegates: DelegatesRepository,
    private readonly seats: SeatsService,
    private readonly steps: DelegateSteps,
    private readonly changes: Changes,
    private readonly postman: Postman,
  ) {}

  /** Returns also where others have written their name or address; what is free text, only its author can mend. */
  async erase(mail: string): Promise<Erased> {
    const owner = this.url.owner;
    if (owner === null)
      throw new Error('The server itself erases nobody; the command line does, as the owner.');
    const { documents, ...traces } = await this.database.write(async (transaction) => {
      const found = await find(transaction, mail);
      await this.#leaveEditions(transaction, found.personId);
      await this.#leaveProgramme(transaction, found.personId);
      for (const statement of ofMail) await transaction.query(statement, [mail]);
      const own = await removeOwnMeetingWords(transaction, this.changes, found.personId);
      for (const statement of erasingStatements) await transaction.query(statement, [found.personId]);
      return { ...found, ...own };
    });
    const until = await this.#now();
    await this.#untilJournalled();
    const mails = await eraseCopies(owner, this.config.secret, { ...traces, until });
    await Promise.all(mails.map((id) => rm(path.join(this.postman.folder, `${id}.eml`), { force: true })));
    const places = await placesThatHold(this.database.reader, traces.words);
    return { documents, messages: traces.meetings.length, places };
  }

  /** Gives up their places in editions that are still to come, with all that follows: meetings end, others move up. */
  async #leaveEditions(transaction: Transaction, personId: string): Promise<void> {
    const open = await transaction.query<{ id: string }>(
      `select e.id from delegate d join edition e on e.id = d.edition_id
       where d.person_id = $1 and e.phase not in ('closed', 'archived') order by e.id`,
      [personId],
    );
    for (const { id } of open) {
      const before = await this.delegates.lockOfPerson(transaction, id, personId);
      if (!before || !taking.has(before.accreditation.state)) continue;
      await this.steps.keep(transaction, null, before, {
        accreditation: withdraw(before.accreditation),
        changedFields: [],
        promoted: await this.seats.leave(transaction, before),
      });
    }
  }

  async #leaveProgramme(transaction: Transaction, personId: string): Promise<void> {
    const sessions = await transaction.query<{
      editionId: string;
      id: string;
      version: number;
      audience: 'public' | 'accredited' | 'restricted';
    }>(
      `with forgotten as (
         delete from speaker_key where speaker_id in (select id from speaker where person_id = $1)),
       spoken as (
         update speaker set name = '${erased}', organisation = null, person_id = null where person_id = $1 returning id)
       update session set version = version + 1, updated_at = now()
       where id in (select p.session_id from session_speaker p join spoken on spoken.id = p.speaker_id)
       returning edition_id as "editionId", id, version, audience`,
      [personId],
    );
    await this.changes.record(
      transaction,
      null,
      ...sessions.map(({ editionId, id, version, audience }) => ({
        editionId,
        streams: audienceOfSession({ id, audience }),
        type: 'session.changed' as const,
        entityId: id,
        version,
      })),
    );
  }

  /** Later than all that was read before the erasure. */
  async #now(): Promise<string> {
    const { now } = one(await this.database.rows<{ now: string }>('select clock_timestamp()::text as now'));
    return now;
  }

  /** What waits for its number still carries the words into the journal. */
  async #untilJournalled(): Promise<void> {
    const last = await this.database.row<{ id: string }>('select max(id) as id from change');
    for (let n = 0; n < 600; n++) {
      const waiting = await this.database.row('select 1 from change where id <= $1 limit 1', [
        last?.id ?? '0',
      ]);
      if (!waiting) return;
      await pause(50);
    }
    throw new DomainError(
      'temporarily.unavailable',
      {},
      'The person is erased, but their last changes wait to be put into the journal. Start the forum, then run this again with the same address.',
    );
  }
}

/** Their own name, and each that an edition knows them by. */
const namesOf = (table: string) =>
  `array[${table}.display_name, ${table}.native_script, ${table}.sort_key, ${table}.given || ' ' || ${table}.family,
     ${table}.family || ' ' || ${table}.given]`;

async function find(transaction: Transaction, mail: string): Promise<Omit<Traces, 'meetings' | 'until'>> {
  const [person] = await transaction.query<{ id: string; secretariat: boolean; words: (string | null)[] }>(
    `select p.id, p.secretariat, p.mail || ${namesOf('p')} || array(
       select name from delegate d, unnest(${namesOf('d')}) name where d.person_id = p.id) as words
     from person p where p.mail = $1 for update`,
    [mail],
  );
  if (!person) throw new DomainError('not_found', { mail }, `Nobody has the mail address ${mail}.`);
  if (person.secretariat) {
    throw new DomainError(
      'access.denied',
      { mail },
      `${mail} belongs to the secretariat. End that first: npm run forum -- secretariat --remove ${mail}`,
    );
  }
  const words = person.words.filter((word) => word !== null && [...word.trim()].length > 1) as string[];
  return { personId: person.id, words: [...new Set(words)] };
}

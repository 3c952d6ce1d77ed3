import { Injectable } from '@nestjs/common';
import type { SqlReader } from '../database/database.ts';
import type { NewMail } from './mails.ts';

/** What a mail says now: null when it is of no use any more. */
type FactNow = Pick<NewMail, 'subject' | 'text' | 'html' | 'calendar'> | null | 'holds';

/** Answers whether what a mail tells still holds, by the id of its thing. */
type AskFact = (reader: SqlReader, id: string) => Promise<FactNow>;

/** Asks the subjects, just before a mail leaves, whether it is still true. */
@Injectable()
export class MailFacts {
  readonly #asked = new Map<string, AskFact>();

  /** Says who knows about a kind of things: `meeting` of all `meeting/<id>`. */
  answer(kind: string, ask: AskFact): void {
    this.#asked.set(kind, ask);
  }

  /** Whether it holds, or what the mail should say instead. */
  async now(reader: SqlReader, thing: string | null): Promise<FactNow> {
    if (thing === null) return 'holds';
    const slash = thing.indexOf('/');
    const ask = this.#asked.get(thing.slice(0, slash));
    return ask ? ask(reader, thing.slice(slash + 1)) : 'holds';
  }
}

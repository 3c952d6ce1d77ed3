import { Injectable } from '@nestjs/common';
import { Config } from '../config.ts';
import type { Transaction, SqlReader } from '../database/database.ts';
import type { Sender } from './letters/sender.ts';
import { Mails, type NewMail } from './mails.ts';
import { kindNamed, type KindWithFacts } from './notices/kinds.ts';
import { renderNotice } from './notices/render-notice.ts';
import { currentSender, senderColumns, senderOf } from './senders.repository.ts';

/** How the address of somebody ends who was erased: nothing is told there, since nobody reads it. */
export const nowhere = '@erased.invalid';

/** Who is told: a person, or an address that is no person's yet. */
export interface NoticeRecipient {
  personId: string | null;
  mail: string;
  language: string;
  zone?: string | null;
}

/** Something that one reader is to be told. */
export type NewNotice = KindWithFacts & {
  to: NoticeRecipient;
  /** Null for what concerns an account, and no edition. */
  editionId: string | null;
  /** Names the news, so that it is told once: thing, version, recipient, kind. */
  once?: string;
} & Pick<NewMail, 'urgency' | 'about' | 'isNewAddress' | 'calendar' | 'usefulMinutes'>;

/** Keeps what people are told, and mails it to them: the only way by which anything is mailed. */
@Injectable()
export class Notices {
  constructor(
    private readonly mails: Mails,
    private readonly config: Config,
  ) {}

  /** Sends after the transaction has committed, and only then; answers how many were not sent before. */
  async send(transaction: Transaction, ...given: readonly NewNotice[]): Promise<number> {
    const notices = given.filter(({ to }) => !to.mail.endsWith(nowhere));
    if (notices.length === 0) return 0;
    const kept = await keep(transaction, notices);
    const isOfAccounts = kept.some(({ notice }) => notice.editionId === null);
    const current = isOfAccounts ? await currentSender(transaction) : null;
    const mails = kept.map(({ id, notice, sender }) => this.#mail(id, notice, sender ?? current));
    return this.mails.send(transaction, ...mails);
  }

  /** What a mail of this notice says now, for one that was written before and has not left yet. */
  async render(
    reader: SqlReader,
    notice: NewNotice,
  ): Promise<Pick<NewMail, 'subject' | 'text' | 'html' | 'calendar'>> {
    const { to, editionId, calendar } = notice;
    const sender = await (editionId === null ? currentSender(reader) : senderOf(reader, editionId));
    const address = { language: to.language, zone: to.zone ?? null };
    const { subject, text, html } = renderNotice(notice, address, { sender, baseUrl: this.config.baseUrl });
    return { subject, text, html, ...(calendar ? { calendar } : {}) };
  }

  #mail(noticeId: string | null, notice: NewNotice, sender: Sender | null): NewMail {
    const { to, urgency, about, isNewAddress, once, calendar, usefulMinutes } = notice;
    const reader = { language: to.language, zone: to.zone ?? null };
    const { from, subject, text, html } = renderNotice(notice, reader, {
      sender,
      baseUrl: this.config.baseUrl,
    });
    return {
      to: to.mail,
      urgency,
      about,
      from,
      replyTo: sender?.contactMail ?? null,
      subject,
      text,
      html,
      ...(noticeId === null ? {} : { noticeId }),
      ...(once === undefined ? {} : { once }),
      ...(calendar ? { calendar } : {}),
      ...(isNewAddress === undefined ? {} : { isNewAddress }),
      ...(usefulMinutes === undefined ? {} : { usefulMinutes }),
    };
  }
}

/** Keeps those that were not told before, in the order in which they were given, and says in whose name they are. */
async function keep(
  transaction: Transaction,
  notices: readonly NewNotice[],
): Promise<{ id: string | null; notice: NewNotice; sender: Sender | null }[]> {
  const given = notices.map(rowOf);
  const made = await transaction.query<{ id: string | null; n: number; sender: Sender | null }>(
    `with given as materialized (
       select uuidv7() as id, g.* from jsonb_to_recordset($1::jsonb) as g (
         n int, kind text, facts jsonb, edition_id uuid, person_id uuid, address text, language text, about_thing text,
         about_version bigint, once text, is_mail_only boolean)),
     made as (
       insert into notice (id, kind, facts, edition_id, person_id, address, language, about_thing, about_version, once)
       select id, kind, facts, edition_id, person_id, address, language, about_thing, about_version, once
       from given where not is_mail_only order by n on conflict (once) do nothing returning id)
     select made.id, given.n, case when e.id is not null then json_build_object(${senderColumns}) end as sender
     from given left join made on made.id = given.id
       left join edition e on e.id = given.edition_id left join capital c on c.id = e.capital_id
     where made.id is not null or given.is_mail_only order by given.n`,
    [JSON.stringify(given)],
  );
  return made.flatMap(({ n, ...one }) => {
    const notice = notices[n];
    return notice ? [{ ...one, notice }] : [];
  });
}

function rowOf(notice: NewNotice, n: number) {
  const { kind, facts, to, editionId, about, once } = notice;
  const { facts: schema, isMailOnly = false } = kindNamed(kind);
  return {
    n,
    kind,
    facts: schema.parse(facts),
    is_mail_only: isMailOnly,
    edition_id: editionId,
    person_id: to.personId,
    address: to.personId === null ? to.mail : null,
    language: to.personId === null ? to.language : null,
    about_thing: about?.thing ?? null,
    about_version: about?.version ?? null,
    once: once ?? null,
  };
}

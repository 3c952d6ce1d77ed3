import { Injectable } from '@nestjs/common';
import { domainOfMail } from '@forum/domain/firms/mail-of-site';
import { Config } from '../../config.ts';
import { type Transaction } from '../../database/database.ts';
import { Mails, versionByClock } from '../../mail/mails.ts';
import { type StandingRecord } from './representation.repository.ts';
import { type StandingNews, standingText } from './representation-texts.ts';

interface Reader {
  id: string;
  mail: string;
  language: string;
}

/** Who decided, by id, and why. */
export interface StandingDecision {
  by: string | null;
  byHost: boolean;
  reason: string | null;
}

const nobody: StandingDecision = { by: null, byHost: false, reason: null };

/** Mails those concerned who speaks for a firm. */
@Injectable()
export class RepresentationMails {
  constructor(
    private readonly mails: Mails,
    private readonly config: Config,
  ) {}

  /** Asks the representatives of the firm. */
  async askFirm(transaction: Transaction, editionId: string, standing: StandingRecord): Promise<void> {
    const firm = await this.#representatives(transaction, editionId, standing);
    await this.#send(transaction, editionId, standing, 'waits', nobody, firm);
  }

  /** Tells whoever is confirmed, and all others who speak for the firm. */
  async confirmed(
    transaction: Transaction,
    editionId: string,
    standing: StandingRecord,
    decision: StandingDecision,
  ): Promise<void> {
    const firm = await this.#representatives(transaction, editionId, standing);
    await this.#send(transaction, editionId, standing, 'confirmed', decision, firm);
    await this.#send(transaction, editionId, standing, 'confirmed-you', decision, [selfOf(standing)]);
  }

  /** Tells whoever is ended, and the host. */
  async ended(
    transaction: Transaction,
    editionId: string,
    standing: StandingRecord,
    decision: StandingDecision,
  ): Promise<void> {
    const host = await transaction.query<Reader>(
      `select distinct p.id, p.mail, p.language from person p left join role_grant g on g.person_id = p.id and g.edition_id = $1
       where p.secretariat or g.role in ('organiser', 'accreditation-officer') order by p.id`,
      [editionId],
    );
    await this.#send(transaction, editionId, standing, 'ended', decision, host);
    await this.#send(transaction, editionId, standing, 'ended-you', decision, [selfOf(standing)]);
  }

  #representatives(
    transaction: Transaction,
    editionId: string,
    { firmId, delegateId }: StandingRecord,
  ): Promise<Reader[]> {
    return transaction.query<Reader>(
      `select p.id, p.mail, p.language from representative r join person p on p.id = r.person_id
       where r.edition_id = $1 and r.firm_id = $2 and r.delegate_id <> $3 order by p.id`,
      [editionId, firmId, delegateId],
    );
  }

  async #send(
    transaction: Transaction,
    editionId: string,
    standing: StandingRecord,
    news: StandingNews,
    decision: StandingDecision,
    readers: readonly Reader[],
  ): Promise<void> {
    const [edition] = await transaction.query<{
      title: string;
      slug: string;
      at: string;
      version: number;
      by: string | null;
    }>(
      `select title, slug, now()::text as at, ${versionByClock} as version,
         (select display_name from person_in_edition v where v.edition_id = e.id and v.id = $2) as by
       from edition e where id = $1`,
      [editionId, decision.by],
    );
    if (!edition) return;
    const { name, firm, firmId, delegateId } = standing;
    const mailDomain = domainOfMail(standing.mail);
    const isOfHost = news === 'ended';
    const link = `${this.config.baseUrl}${isOfHost ? '/secretariat' : '/e'}/${edition.slug}/${isOfHost ? 'accreditation' : `firms/${firmId}`}`;
    await this.mails.send(
      transaction,
      ...readers.map(({ id, mail, language }) => {
        const text = standingText(
          news,
          { name, firm, edition: edition.title, mailDomain, ...decision, by: edition.by },
          language,
        );
        return {
          to: mail,
          urgency: 'bulk' as const,
          about: { thing: `representation/${delegateId}/${firmId}`, version: edition.version },
          subject: text.subject,
          text: `${text.body}\n\n${link}\n`,
          once: `representation:${delegateId}:${firmId}:${edition.at}:${id}:${news}`,
        };
      }),
    );
  }
}

const selfOf = ({ personId, mail, language }: StandingRecord): Reader => ({ id: personId, mail, language });

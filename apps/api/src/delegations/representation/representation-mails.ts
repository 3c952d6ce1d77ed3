import { Injectable } from '@nestjs/common';
import { domainOfMail } from '@forum/domain/firms/mail-of-site';
import type { Transaction } from '../../database/database.ts';
import { versionByClock } from '../../mail/mails.ts';
import { Notices } from '../../mail/notices.ts';
import type { StandingNews } from '../../mail/notices/representation.ts';
import type { StandingRecord } from './representation.repository.ts';

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

/** What is mailed to whom about a person who speaks for a firm. */
interface NewsOfStanding {
  editionId: string;
  standing: StandingRecord;
  news: StandingNews;
  decision: StandingDecision;
  readers: readonly Reader[];
}

/** Mails those concerned who speaks for a firm. */
@Injectable()
export class RepresentationMails {
  constructor(private readonly notices: Notices) {}

  /** Asks the representatives of the firm. */
  async askFirm(transaction: Transaction, editionId: string, standing: StandingRecord): Promise<void> {
    const firm = await this.#representatives(transaction, editionId, standing);
    await this.#send(transaction, { editionId, standing, news: 'waits', decision: nobody, readers: firm });
  }

  /** Tells all others who speak for the firm, and whoever is confirmed unless they are told with their accreditation. */
  async confirmed(
    transaction: Transaction,
    editionId: string,
    standing: StandingRecord,
    { withAccreditation, ...decision }: StandingDecision & { withAccreditation: boolean },
  ): Promise<void> {
    const firm = await this.#representatives(transaction, editionId, standing);
    await this.#send(transaction, { editionId, standing, news: 'confirmed', decision, readers: firm });
    if (withAccreditation) return;
    await this.#send(transaction, {
      editionId,
      standing,
      news: 'confirmed-you',
      decision,
      readers: [selfOf(standing)],
    });
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
    await this.#send(transaction, { editionId, standing, news: 'ended', decision, readers: host });
    await this.#send(transaction, {
      editionId,
      standing,
      news: 'ended-you',
      decision,
      readers: [selfOf(standing)],
    });
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
    { editionId, standing, news, decision, readers }: NewsOfStanding,
  ): Promise<void> {
    const [edition] = await transaction.query<{ at: string; version: number; by: string | null }>(
      `select now()::text as at, ${versionByClock} as version,
         (select display_name from person_in_edition v where v.edition_id = e.id and v.id = $2) as by
       from edition e where id = $1`,
      [editionId, decision.by],
    );
    if (!edition) return;
    const { name, firm, firmId, delegateId } = standing;
    const { byHost, reason } = decision;
    const mailDomain = domainOfMail(standing.mail);
    await this.notices.send(
      transaction,
      ...readers.map(({ id, mail, language }) => ({
        kind: 'representation' as const,
        facts: { news, name, firm, firmId, mailDomain, by: edition.by, byHost, reason },
        to: { personId: id, mail, language },
        editionId,
        urgency: 'bulk' as const,
        about: { thing: `representation/${delegateId}/${firmId}`, version: edition.version },
        once: `representation:${delegateId}:${firmId}:${edition.at}:${id}:${news}`,
      })),
    );
  }
}

const selfOf = ({ personId, mail, language }: StandingRecord): Reader => ({ id: personId, mail, language });

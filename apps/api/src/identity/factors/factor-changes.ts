import { Injectable } from '@nestjs/common';
import type { StreamName } from '@forum/domain/identity/streams';
import type { WriteTransaction } from '../../database/database.ts';
import type { Viewer } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { Notices } from '../../mail/notices.ts';
import type { FactsOf } from '../../mail/notices/kinds.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import { PersonEntity } from '../entities/person.entity.ts';
import { editionsOfPerson } from './factor-holders.repository.ts';

/** What happened to a second factor. */
type FactorNews = FactsOf<'factor'>;

/** Who changed a second factor; null on the command line. */
type By = Pick<Viewer, 'person' | 'aide' | 'sessionId'> | null;

/** Keeps what happens to a person's second factor in the journals and among the events of security, and mails it to them. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly changes: Changes,
    private readonly notices: Notices,
    private readonly events: SecurityEvents,
  ) {}

  async tell(transaction: WriteTransaction, author: By, personId: string, news: FactorNews): Promise<void> {
    await this.record(transaction, author, personId, news);
    const what = 'what' in news ? `${news.kind} ${news.what}` : news.kind;
    await this.events.record(transaction, author, { kind: 'factor', what, subjectId: personId });
    const owner = await transaction.manager.findOneBy(PersonEntity, { id: personId });
    if (!owner) return;
    const { mail, language } = owner;
    await this.notices.send(transaction, {
      kind: 'factor',
      facts: news,
      to: { personId, mail, language },
      editionId: null,
      urgency: 'soon',
      about: undefined,
    });
  }

  /** A factor holds for all editions, and each journal is of one: so it stands in each that the person has a part in. */
  private async record(
    transaction: WriteTransaction,
    author: By,
    personId: string,
    after: unknown,
  ): Promise<void> {
    const editions = await editionsOfPerson(transaction, personId);
    const streams: StreamName[] = [`person:${personId}`, 'staff:organiser', 'staff:accreditation-officer'];
    await this.changes.record(
      transaction,
      author,
      ...editions.map((editionId) => ({
        editionId,
        streams,
        type: 'factor.changed' as const,
        entityId: personId,
        detail: { before: null, after },
      })),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { type Transaction } from '../../database/database.ts';
import { Mails } from '../../mail/mails.ts';
import { type DelegateRecord } from './delegate-record.ts';
import { type DelegateNewsKind, delegateNewsTexts } from './delegate-news-texts.ts';

/** Tells delegates by mail how their registration stands. It never tells a reason. */
@Injectable()
export class DelegateNews {
  constructor(
    private readonly mails: Mails,
    private readonly config: Config,
  ) {}

  async tell(
    transaction: Transaction,
    delegate: Pick<DelegateRecord, 'id' | 'editionId' | 'mail' | 'language'>,
    version: number,
    kind: DelegateNewsKind,
  ): Promise<void> {
    const [edition] = await transaction.query<{ title: string; city: string; slug: string; year: number }>(
      `select e.title, e.slug, e.year, c.name as city from edition e join capital c on c.id = e.capital_id where e.id = $1`,
      [delegate.editionId],
    );
    if (!edition) return;
    const text = delegateNewsTexts[delegate.language.startsWith('ko') ? 'ko' : 'en'][kind];
    const name = `${edition.title}, ${edition.city} ${edition.year}`;
    await this.mails.send(transaction, {
      to: delegate.mail,
      urgency: 'bulk',
      about: { thing: `delegate/${delegate.id}`, version },
      subject: text.subject(name),
      text: `${text.body(name)}\n\n${this.config.baseUrl}/e/${edition.slug}/register\n`,
      once: `delegate:${delegate.id}:${version}:${kind}`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type PhaseName, phaseAllows } from '@forum/domain/editions/phase';
import type { Transaction } from '../../database/database.ts';
import { Notices } from '../../mail/notices.ts';
import type { FactsOf } from '../../mail/notices/kinds.ts';
import type { DelegateRecord } from './delegate-record.ts';
import { circumstancesOf } from './delegate-circumstances.repository.ts';

/** What can be new of a registration. */
export type DelegateNewsKind = FactsOf<'registration'>['news'] | 'accredited-waits-for-firm';

/** What sentences about a registration depend on. */
export interface Circumstances {
  phase: PhaseName;
  firm: string | null;
  colleagues: boolean;
  meetings: number;
}

/** Tells delegates how their registration stands. It never tells a reason. */
@Injectable()
export class DelegateNews {
  constructor(private readonly notices: Notices) {}

  async tell(
    transaction: Transaction,
    delegate: Pick<DelegateRecord, 'id' | 'editionId' | 'personId' | 'mail' | 'language'>,
    version: number,
    news: DelegateNewsKind,
  ): Promise<void> {
    const { id, editionId, personId, mail, language } = delegate;
    await this.notices.send(transaction, {
      kind: 'registration',
      facts: await factsOf(transaction, id, news),
      to: { personId, mail, language },
      editionId,
      urgency: 'bulk',
      about: { thing: `delegate/${id}`, version },
      once: `delegate:${id}:${version}:${news}`,
    });
  }
}

async function factsOf(
  transaction: Transaction,
  delegateId: string,
  news: DelegateNewsKind,
): Promise<FactsOf<'registration'>> {
  if (isPlain(news)) return { news };
  const { phase, firm, colleagues, meetings } = await circumstancesOf(transaction, delegateId);
  switch (news) {
    case 'accredited':
    case 'accredited-waits-for-firm':
      return { news: 'accredited', firm, speaks: news === 'accredited' && firm !== null, colleagues };
    case 'revoked':
      return { news, meetings };
    case 'withdrawn':
      return { news, meetings, open: phaseAllows(phase, 'register').ok };
  }
}

/** News that says the same to everybody. */
type PlainNews = Exclude<
  DelegateNewsKind,
  'accredited' | 'accredited-waits-for-firm' | 'revoked' | 'withdrawn'
>;

const isPlain = (news: DelegateNewsKind): news is PlainNews =>
  !['accredited', 'accredited-waits-for-firm', 'revoked', 'withdrawn'].includes(news);

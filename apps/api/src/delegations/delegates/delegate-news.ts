import { Injectable } from '@nestjs/common';
import { type PhaseName, phaseAllows } from '@forum/domain/editions/phase';
import type { Transaction } from '../../database/database.ts';
import { Notices } from '../../mail/notices.ts';
import type { FactsOf } from '../../mail/notices/kinds.ts';
import type { DelegateRecord } from './delegate-record.ts';
import { one } from '../../database/one.ts';

/** What can be new of a registration. */
export type DelegateNewsKind = FactsOf<'registration'>['news'] | 'accredited-waits-for-firm';

/** What sentences about a registration depend on. */
interface Circumstances {
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

/** The meetings are those that were agreed and are still to come. */
async function circumstancesOf(transaction: Transaction, delegateId: string): Promise<Circumstances> {
  const row = one(
    await transaction.query<Circumstances>(
      `select e.phase, f.name as firm,
       exists (select from representative r where r.edition_id = d.edition_id and r.firm_id = d.firm_id and r.delegate_id <> d.id) as colleagues,
       (select count(*)::int from meeting_participant p join meeting m on m.id = p.meeting_id
        where p.delegate_id = d.id and m.state = 'accepted' and m.ends_at > now()) as meetings
     from delegate d join edition e on e.id = d.edition_id left join firm f on f.id = d.firm_id where d.id = $1`,
      [delegateId],
    ),
  );
  return row;
}

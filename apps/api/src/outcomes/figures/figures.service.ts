import { Injectable } from '@nestjs/common';
import { type EditionFigures, type listNoShows, type readFigures } from '@forum/contract/outcomes';
import { type RouteInput, type RouteOutput } from '@forum/contract/route';
import { type LedgerEvent } from '@forum/domain/outcomes/ledger';
import { ledgerFigures, smallestCell } from '@forum/domain/outcomes/ledger-figures';
import { resultOf } from '@forum/domain/outcomes/meeting-report';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { LedgerRepository } from '../ledger/ledger.repository.ts';
import { FiguresRepository, type ReportedMeeting } from './figures.repository.ts';

/** What became of the meetings of each edition, for the secretariat. */
@Injectable()
export class Figures {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  /** Of every edition: a host tells what became of the meetings of those before. */
  read(asOf: string | undefined): Promise<RouteOutput<typeof readFigures>> {
    const instant = asOf ?? new Date().toISOString();
    return this.database.snapshot(async (transaction) => {
      const log = await this.ledger.upTo(instant, transaction);
      const editions = await this.figures.editions(transaction);
      const meetings = await this.figures.meetings(transaction, null);
      const names = await this.figures.names(transaction, log);
      return {
        asOf: instant,
        editions: editions.map(({ id, begun, ...edition }) => ({
          ...edition,
          ...outcomesIn(log, id, instant, names),
          meetings: {
            begun,
            ...countsOf(
              meetings.filter(({ editionId }) => editionId === id),
              begun,
            ),
          },
        })),
      };
    });
  }

  /** Meetings to which a side did not come, and those about which the two disagree, the latest first. */
  async noShows(
    viewer: Admitted,
    { offset, limit }: RouteInput<typeof listNoShows>['query'],
  ): Promise<RouteOutput<typeof listNoShows>> {
    const meetings = await this.figures.meetings(this.database.reader, editionOf(viewer).id);
    const rows = meetings.flatMap(({ reports, meetingId, start, topic, from, to }) => {
      const { result, absent, confirmed } = resultOf(reports);
      if (result !== 'no-show' && result !== 'disputed') return [];
      return [{ meetingId, start, topic, from, to, result, absent: [...absent], confirmed }];
    });
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  }
}

function outcomesIn(
  log: readonly LedgerEvent[],
  editionId: string,
  asOf: string,
  { titles, firms }: { titles: Map<string, string>; firms: Map<string, string> },
): Pick<EditionFigures, 'stages' | 'total' | 'named'> {
  const { stages, total, named } = ledgerFigures(log, editionId, { asOf });
  return {
    stages: stages.map((one) => ({ ...one })),
    total,
    named: named.slice(0, 500).map((outcome) => ({
      id: outcome.outcomeId,
      stage: outcome.stage,
      title: titles.get(outcome.matter) ?? '',
      firms: outcome.firms.map((id) => firms.get(id) ?? ''),
      until: outcome.until?.slice(0, 10) ?? null,
    })),
  };
}

function countsOf(
  meetings: readonly ReportedMeeting[],
  begun: number,
): Omit<EditionFigures['meetings'], 'begun'> {
  const results = meetings.map(({ reports }) => resultOf(reports).result);
  const count = (wanted: string) => results.filter((result) => result === wanted).length;
  const ratings = meetings.flatMap(({ reports }) => reports.flatMap(({ rating }) => rating ?? []));
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  return {
    held: count('held'),
    noShow: count('no-show'),
    disputed: count('disputed'),
    unreported: Math.max(0, begun - results.length),
    rating: ratings.length < smallestCell ? null : Math.round(mean * 10) / 10,
  };
}

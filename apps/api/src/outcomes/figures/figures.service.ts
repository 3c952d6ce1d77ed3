import { Injectable } from '@nestjs/common';
import type { EditionFigures, listNoShows, readFigures } from '@forum/contract/outcomes/figures';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import type { LedgerEvent } from '@forum/domain/outcomes/ledger';
import { ledgerFigures, smallestCell } from '@forum/domain/outcomes/ledger-figures';
import {
  type MeetingReport,
  type MeetingResult,
  meetingViews,
  resultOf,
} from '@forum/domain/outcomes/meeting-report';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { LedgerRepository } from '../ledger/ledger.repository.ts';
import { type CountedViews, FiguresRepository, type Views } from './figures.repository.ts';

/** What became of the meetings of each edition, for the secretariat. */
@Injectable()
export class FiguresService {
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
      const views = await this.figures.views(transaction);
      const names = await this.figures.names(transaction, log);
      return {
        asOf: instant,
        editions: editions.map(({ id, begun, ...edition }) => ({
          ...edition,
          ...outcomesIn(log, id, instant, names),
          meetings: {
            begun,
            ...countsOf(
              views.filter(({ editionId }) => editionId === id),
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
    return this.database.snapshot(async (transaction) => {
      const page = { offset, limit };
      const { total, rows } = await this.figures.page(transaction, editionOf(viewer).id, missed, page);
      return {
        total,
        rows: rows.flatMap(({ fromView, toView, ...meeting }) => {
          const { result, absent, confirmed } = resultOf(reportsOf({ fromView, toView }));
          if (!isMissed(result)) return [];
          return [{ ...meeting, result, absent: [...absent], confirmed }];
        }),
      };
    });
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

function countsOf(views: readonly CountedViews[], begun: number): Omit<EditionFigures['meetings'], 'begun'> {
  const sum = (rows: readonly CountedViews[], of: 'meetings' | 'ratings' | 'ratingSum') =>
    rows.reduce((all, row) => all + row[of], 0);
  const count = (wanted: string) =>
    sum(
      views.filter((one) => resultOf(reportsOf(one)).result === wanted),
      'meetings',
    );
  const ratings = sum(views, 'ratings');
  return {
    held: count('held'),
    noShow: count('no-show'),
    disputed: count('disputed'),
    unreported: Math.max(0, begun - sum(views, 'meetings')),
    rating: ratings < smallestCell ? null : Math.round((sum(views, 'ratingSum') / ratings) * 10) / 10,
  };
}

const reportsOf = ({ fromView, toView }: Views): MeetingReport[] =>
  [
    { side: 'from' as const, view: fromView },
    { side: 'to' as const, view: toView },
  ].flatMap(({ side, view }) => (view ? [{ side, view, rating: null, followUps: [] }] : []));

const isMissed = (result: MeetingResult['result']): result is 'no-show' | 'disputed' =>
  result === 'no-show' || result === 'disputed';

/** Every way of reporting by which somebody did not come, or is said not to have come. */
const missed: Views[] = [null, ...meetingViews]
  .flatMap((fromView) => [null, ...meetingViews].map((toView) => ({ fromView, toView })))
  .filter((views) => isMissed(resultOf(reportsOf(views)).result));

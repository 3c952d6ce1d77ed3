import { Injectable } from '@nestjs/common';
import type * as allMeetings from '@forum/contract/meetings/all-meetings';
import type * as meetingsContract from '@forum/contract/meetings/meetings';
import type * as requests from '@forum/contract/meetings/requests';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { mergeHalls, slotsForTeams } from '@forum/domain/meetings/booking/free-slots';
import { usualLimits } from '@forum/domain/meetings/request-limits';
import { slotsOf } from '@forum/domain/meetings/halls/slots';
import { isBefore } from '@forum/domain/time/instant';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { readHeads } from '../../live/stream-heads.repository.ts';
import { streamsOfViewer } from '../../live/streams-of-viewer.ts';
import { BarredPairs } from './barred-pairs.ts';
import { HallsRepository } from '../halls/halls.repository.ts';
import { FreeTimes } from '../booking/free-times.ts';
import { findMeeting } from '../meeting-record.repository.ts';
import { MeetingsRepository } from './meetings.repository.ts';
import { firmOf, requireParty } from './parties.ts';
import { findTeams } from './teams.repository.ts';

/** Lists of meetings and of times, as their readers may see them. */
@Injectable()
export class MeetingListsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly halls: HallsRepository,
    private readonly freeTimes: FreeTimes,
    private readonly barred: BarredPairs,
  ) {}

  /** Meetings and requests of the viewer's firm, with the heads of their streams. */
  own(viewer: Admitted): Promise<RouteOutput<typeof meetingsContract.listMeetings>> {
    const edition = editionOf(viewer);
    const { firmId } = viewer.standing;
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, edition.id, streamsOfViewer(viewer));
      const meetings = firmId
        ? await this.meetings.list(edition.id, { firmId }, { firmId }, transaction)
        : [];
      const open = firmId ? await this.meetings.openRequests(transaction, edition.id, firmId) : null;
      return { meetings, openRequests: open?.all ?? 0, openLimit: usualLimits.openRequests, heads };
    });
  }

  /** Every meeting of the edition, those that call for help first. */
  all(
    viewer: Admitted,
    query: RouteInput<typeof allMeetings.listAllMeetings>['query'],
  ): Promise<RouteOutput<typeof allMeetings.listAllMeetings>> {
    const edition = editionOf(viewer);
    const filter = {
      offset: query.offset,
      limit: query.limit,
      helpOnly: query.helpOnly,
      withoutPlace: query.withoutPlace,
      ...(query.search ? { search: query.search } : {}),
      ...(query.state ? { state: query.state } : {}),
    };
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, edition.id, streamsOfViewer(viewer));
      const counts = await this.meetings.counts(edition.id, filter, transaction);
      const rows = await this.meetings.list(edition.id, { firmId: null }, filter, transaction);
      const total = query.state
        ? (counts[query.state] ?? 0)
        : Object.values(counts).reduce((sum, count) => sum + count, 0);
      const withoutPlace = await this.meetings.withoutPlace(transaction, edition.id);
      return { total, counts, withoutPlace, rows, heads };
    });
  }

  /** The slots to come, and whether both teams can send somebody and a table stands empty; never why not. */
  suitable(
    viewer: Admitted,
    query: RouteInput<typeof requests.suitableTimes>['query'],
  ): Promise<RouteOutput<typeof requests.suitableTimes>> {
    const edition = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      firmOf(viewer);
      const teams = await findTeams(transaction, viewer, {
        fromTeamId: query.fromTeam,
        toTeamId: query.toTeam,
      });
      // Whoever is no party learns nothing of when a meeting of others is.
      if (query.meeting) requireParty(await findMeeting(transaction, edition.id, query.meeting), viewer);
      const now = new Date().toISOString();
      const halls = await this.halls.list(edition.id, null, transaction);
      const needsOf = await this.freeTimes.teamNeeds(
        transaction,
        { fromTeamId: teams.from.id, toTeamId: teams.to.id },
        {
          halls,
          span: { start: now, end: 'infinity' },
          except: query.meeting ? { kind: 'meeting', id: query.meeting } : undefined,
        },
      );
      const offered = mergeHalls(
        halls.map((hall) => {
          const slots = slotsOf(hall).filter((slot) => isBefore(now, slot.start));
          return slotsForTeams(slots, needsOf(hall), now);
        }),
      ).slice(0, 400);
      // Asked last, in any case: firms that must not meet look like two full calendars, and take as long.
      const may = await this.barred.mayMeet(transaction, edition.id, teams.from.firmId, teams.to.firmId);
      return { slots: offered.map((slot) => ({ ...slot, free: may && slot.free })) };
    });
  }
}

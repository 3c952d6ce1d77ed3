import { Injectable } from '@nestjs/common';
import type { MeetingReport, readReport, saveReport } from '@forum/contract/outcomes/reports';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import { reportMeeting, resultOf } from '@forum/domain/outcomes/meeting-report';
import { isBefore } from '@forum/domain/time/instant';
import { Database, type SqlReader } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { lockMeeting } from '../../meetings/meeting-record.repository.ts';
import { noSuchMeeting, requireParty } from '../../meetings/requests/parties.ts';
import { requireVersion } from '../../http/require-version.ts';
import { readMeeting, saveSide } from './reports.repository.ts';

type View = RouteOutput<typeof readReport>;

interface ReportRow extends MeetingReport {
  side: MeetingParty;
  version: number;
}

export interface MeetingRow {
  state: string;
  start: string | null;
  fromFirmId: string;
  toFirmId: string;
  reports: ReportRow[];
}

/** What each side says of a meeting once it has begun. A side reads its own words, and of the other's what follows from them. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
  ) {}

  read(viewer: Admitted, id: string): Promise<View> {
    return this.#view(this.database.reader, viewer, id);
  }

  /** Keeps the report of the viewer's side, in place of its earlier one. */
  save(viewer: Admitted, id: string, body: RouteInput<typeof saveReport>['body']): Promise<View> {
    const edition = editionOf(viewer);
    return this.database.write(async (transaction) => {
      const now = new Date().toISOString();
      const meeting = await lockMeeting(transaction, edition.id, id);
      const side = requireParty(meeting, viewer);
      if (meeting.state !== 'accepted' || !meeting.slot) {
        throw new DomainError(
          'meeting.transition',
          { state: meeting.state },
          `The meeting is ${meeting.state}; only one that was agreed can be reported on.`,
        );
      }
      const { reports } = await readMeeting(transaction, edition.id, id);
      const own = reports.find((report) => report.side === side);
      requireVersion({ thing: "Your side's report", current: own?.version ?? 0, seen: body.version });
      reportMeeting(reports, { side, ...body }, { startsAt: meeting.slot.start, now });
      await saveSide(transaction, { editionId: edition.id, meetingId: id, side, body, by: viewer });
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: [`firm:${meeting.fromFirmId}`, `firm:${meeting.toFirmId}`, 'staff:organiser'],
        type: 'outcome.changed',
        entityId: id,
        version: (own?.version ?? 0) + 1,
      });
      return this.#view(transaction, viewer, id);
    });
  }

  async #view(reader: SqlReader, viewer: Admitted, id: string): Promise<View> {
    const meeting = await readMeeting(reader, editionOf(viewer).id, id);
    const side = sideOf(meeting, viewer, id);
    const own = meeting.reports.find((report) => report.side === side);
    const { result, absent, confirmed } = resultOf(meeting.reports);
    const now = new Date().toISOString();
    return {
      version: own?.version ?? 0,
      open: meeting.state === 'accepted' && meeting.start !== null && !isBefore(now, meeting.start),
      own: own ? withoutKeys(own) : null,
      result: { result, absent: [...absent], confirmed },
    };
  }
}

function sideOf({ fromFirmId, toFirmId }: MeetingRow, viewer: Admitted, id: string): MeetingParty {
  const { firmId } = viewer.standing;
  if (firmId === fromFirmId) return 'from';
  if (firmId === toFirmId) return 'to';
  throw noSuchMeeting(id);
}

const withoutKeys = ({ view, rating, note, followUps, by, reportedAt }: ReportRow): MeetingReport => ({
  view,
  rating,
  note,
  followUps,
  by,
  reportedAt,
});

export interface SideOfReport {
  editionId: string;
  meetingId: string;
  side: MeetingParty;
  body: RouteInput<typeof saveReport>['body'];
  by: Admitted;
}

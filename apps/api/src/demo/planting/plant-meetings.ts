import { expiryOf } from '@forum/domain/meetings/request-limits';
import { foldedTopic } from '@forum/domain/meetings/topic';
import { tablePlan } from '@forum/domain/meetings/halls/table-plan';
import type { Interval } from '@forum/domain/time/interval';
import type { Database, Transaction } from '../../database/database.ts';
import { HallsRepository } from '../../meetings/halls/halls.repository.ts';
import { demoInterpreted } from '../data/interpreters.ts';
import { demoAgreedMeetings, demoRequests } from '../data/meetings.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import type { DemoTeam } from './plant-firms.ts';
import { plant, rangeOf } from './plant.ts';
import type { DemoDelegate } from './roster.ts';

const slotMinutes = 25;
const mostOfATeam = 2;

/** A meeting of the demo; an agreed one has a time. */
export interface DemoMeeting {
  id: string;
  from: DemoTeam;
  to: DemoTeam;
  topic: string;
  message: string;
  state: string;
  slot: Interval | null;
  interpreterId: string | null;
  suggested: readonly string[];
}

/** What the firms of the demo have agreed and asked. */
export function demoMeetings(teams: readonly DemoTeam[], days: DemoDays): DemoMeeting[] {
  const meetingOf = (row: { from: string; to: string; topic: string }) => ({
    id: demoId('meeting', `${row.from}, ${row.to}`),
    from: teamOf(teams, row.from),
    to: teamOf(teams, row.to),
    topic: row.topic,
    interpreterId: interpreterOf(row),
  });
  const agreed = demoAgreedMeetings.map((row) => ({
    ...meetingOf(row),
    message: '',
    state: 'accepted',
    slot: days.time(Number(row.day), row.at, slotMinutes),
    suggested: [],
  }));
  const asked = demoRequests.map((row) => ({
    ...meetingOf(row),
    message: row.message,
    state: row.state,
    slot: null,
    suggested: row.at.split(' ').map((at) => days.time(3, at, slotMinutes).start),
  }));
  return [...agreed, ...asked];
}

/** Who takes part: both sides once it is agreed, those who ask before. */
export const participantsOf = (meeting: DemoMeeting): (DemoDelegate & { side: string })[] =>
  [{ side: 'from', team: meeting.from }, ...(meeting.slot ? [{ side: 'to', team: meeting.to }] : [])].flatMap(
    ({ side, team }) => team.members.slice(0, mostOfATeam).map((member) => ({ ...member, side })),
  );

/** Plants the meeting hall, and the meetings with all that they reserve. */
export async function plantMeetings(
  transaction: Transaction,
  database: Database,
  meetings: readonly DemoMeeting[],
  days: DemoDays,
): Promise<void> {
  const tables = await plantHall(transaction, new HallsRepository(database), days);
  const tableOf = (index: number) => tables[(index * 5) % tables.length] ?? null;
  await plant(
    transaction,
    'meeting',
    meetings.map((meeting, index) => meetingRow(meeting, meeting.slot && tableOf(index), days)),
  );
  await plant(
    transaction,
    'meeting_participant',
    meetings.flatMap((meeting) =>
      participantsOf(meeting).map(({ delegateId, side }) => ({
        edition_id: demoEditionId,
        meeting_id: meeting.id,
        delegate_id: delegateId,
        side,
      })),
    ),
  );
  await plant(
    transaction,
    'reservation',
    meetings.flatMap((meeting, index) => reservationRows(meeting, tableOf(index))),
  );
}

async function plantHall(
  transaction: Transaction,
  halls: HallsRepository,
  days: DemoDays,
): Promise<string[]> {
  const eachDay = [1, 2, 3];
  const id = await halls.save(transaction, demoEditionId, {
    id: demoId('hall', 'meetings'),
    name: 'Meeting Hall, level 2',
    slotMinutes,
    changeoverMinutes: 5,
    openings: eachDay.map((day) => days.time(day, '09:00', 9 * 60)),
    closures: [
      { ...days.time(1, '09:00', 60), reason: 'Opening of the forum' },
      ...eachDay.map((day) => ({ ...days.time(day, '12:30', 60), reason: 'Lunch' })),
    ],
    tables: tablePlan(24),
    seats: 6,
  });
  const [hall] = await halls.list(demoEditionId, id, transaction);
  return hall?.tables.map((table) => table.id) ?? [];
}

function meetingRow(meeting: DemoMeeting, tableId: string | null, days: DemoDays) {
  const isOpen = meeting.state === 'requested';
  const askedAt = days.ago(isOpen ? 5 : 60);
  return {
    id: meeting.id,
    edition_id: demoEditionId,
    from_team_id: meeting.from.id,
    to_team_id: meeting.to.id,
    topic: meeting.topic,
    folded_topic: foldedTopic(meeting),
    message: meeting.message,
    state: meeting.state,
    turn: isOpen ? 'to' : null,
    suggested: meeting.suggested,
    starts_at: meeting.slot?.start ?? null,
    ends_at: meeting.slot?.end ?? null,
    table_id: tableId,
    interpreter_id: meeting.interpreterId,
    sequence: 0,
    help_called: false,
    requested_by: meeting.from.members[0]?.personId,
    expires_at: isOpen ? expiryOf(askedAt, meeting.suggested) : null,
    created_at: askedAt,
    agreed_at: meeting.slot ? days.ago(48) : null,
    updated_at: askedAt,
    version: 1,
  };
}

function reservationRows(meeting: DemoMeeting, tableId: string | null) {
  const { slot } = meeting;
  if (!slot || !tableId) return [];
  const people = participantsOf(meeting).map(({ personId }) => ({ kind: 'person', id: personId }));
  const interpreters = meeting.interpreterId ? [{ kind: 'interpreter', id: meeting.interpreterId }] : [];
  return [...people, { kind: 'table', id: tableId }, ...interpreters].map(({ kind, id }) => ({
    id: demoId('reservation', `${meeting.id}, ${id}`),
    edition_id: demoEditionId,
    resource_kind: kind,
    resource_id: id,
    during: rangeOf(slot.start, slot.end),
    commitment_kind: 'meeting',
    commitment_id: meeting.id,
  }));
}

function interpreterOf({ from, to }: { from: string; to: string }): string | null {
  const row = demoInterpreted.find((one) => one.from === from && one.to === to);
  return row ? demoId('interpreter', row.interpreter) : null;
}

function teamOf(teams: readonly DemoTeam[], firm: string): DemoTeam {
  const team = teams.find((one) => one.firm === firm);
  if (!team) throw new Error(`The demo's firm ${firm} has nobody to meet.`);
  return team;
}

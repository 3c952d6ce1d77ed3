import {
  freeTeamSlots,
  type HallCalendar,
  type Span,
  type TeamCalendar,
} from '@forum/domain/matchmaking/matching/free-team-slots';

/** What the calendars of an edition leave, and who meets in it already. */
export interface EditionCalendars {
  /** By firm, where known. */
  freeSlots: ReadonlyMap<string, number>;
  agreed: readonly (readonly [string, string])[];
}

type Taken = [id: string, start: number, end: number];

/** The lists that `CalendarsRepository` reads. */
interface Lists {
  halls: (Omit<HallCalendar, 'tables'> & { tables: string[] })[];
  teams: [team: string, firm: string, comes: boolean][];
  members: [team: string, delegate: string][];
  accredited: [delegate: string, person: string][];
  hours: [delegate: string, spans: Span[]][];
  taken: Taken[];
  meetings: [from: string, to: string, start: number, end: number][];
}

/** What the calendars leave, of lists as JSON. */
export function editionCalendars(lists: string | null, now: string): EditionCalendars {
  if (lists === null) return { freeSlots: new Map(), agreed: [] };
  const row = JSON.parse(lists) as Lists;
  const taken = spansById(row.taken);
  const halls = row.halls.map((hall) => ({ ...hall, tables: hall.tables.map((id) => taken(id) ?? []) }));
  const firms = new Map(row.teams.map(([team, firm]) => [team, firm]));
  return {
    freeSlots: freeTeamSlots(halls, calendarsOf(row, taken), now),
    agreed: row.meetings.flatMap(([from, to]) => {
      const [one, other] = [firms.get(from), firms.get(to)];
      return one && other ? [[one, other] as const] : [];
    }),
  };
}

type SpansOf = (id: string) => readonly Span[] | undefined;

function calendarsOf({ teams, members, accredited, hours, meetings }: Lists, taken: SpansOf): TeamCalendar[] {
  const persons = new Map(accredited);
  const available = new Map(hours);
  const meets = spansById(
    meetings.flatMap(([from, to, start, end]): Taken[] => [
      [from, start, end],
      [to, start, end],
    ]),
  );
  const people = new Map<string, TeamCalendar['members'][number][]>();
  for (const [team, delegate] of members) {
    const person = persons.get(delegate);
    if (!person) continue;
    const own = people.get(team) ?? [];
    own.push({ busy: taken(person) ?? [], available: available.get(delegate) ?? null });
    people.set(team, own);
  }
  const coming = teams.filter(([, , comes]) => comes);
  return coming.map(([team, firmId]) => ({
    firmId,
    meetings: meets(team) ?? [],
    members: people.get(team) ?? [],
  }));
}

function spansById(rows: readonly Taken[]): SpansOf {
  const spans = new Map<string, Span[]>();
  for (const [id, start, end] of rows) {
    const own = spans.get(id) ?? [];
    own.push([start, end]);
    spans.set(id, own);
  }
  return (id) => spans.get(id);
}

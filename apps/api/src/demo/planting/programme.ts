import { overlaps, type Interval } from '@forum/domain/time/interval';
import { programmeDayOne } from '../data/programme-day-one.ts';
import { programmeDayThree } from '../data/programme-day-three.ts';
import { programmeDayTwo } from '../data/programme-day-two.ts';
import { tableOf } from '../data/table-of.ts';
import type { DemoDays } from './demo-days.ts';
import { demoId } from './demo-id.ts';
import type { DemoDelegate } from './roster.ts';

const columns = ['at', 'minutes', 'room', 'track', 'kind', 'audience', 'title', 'abstract'] as const;

/** A session of the demo with its time and who speaks. */
export interface DemoSession extends Record<(typeof columns)[number], string> {
  id: string;
  day: number;
  time: Interval;
  speakers: readonly DemoDelegate[];
}

/** A time that somebody has given away already. */
export interface Engagement extends Interval {
  personId: string;
}

/** The programme of the three days; nobody speaks twice at a time, or while they are engaged otherwise. */
export function demoProgramme(
  days: DemoDays,
  roster: readonly DemoDelegate[],
  engagements: readonly Engagement[],
): DemoSession[] {
  const invite = invitations(roster, engagements);
  return [programmeDayOne, programmeDayTwo, programmeDayThree].flatMap((text, index) =>
    tableOf(columns, text).map((row) => {
      const time = days.time(index + 1, row.at, Number(row.minutes));
      return { ...row, id: demoId('session', row.title), day: index + 1, time, speakers: invite(row, time) };
    }),
  );
}

type Row = Pick<DemoSession, 'kind' | 'audience' | 'title'>;

const voices: Readonly<Record<string, number>> = { plenary: 3, panel: 4, roundtable: 2 };
const mostVoices = 100;
const silent = new Set(['media', 'staff']);
const officials = new Set(['government', 'institution', 'parliamentarian']);

/** Asks those who have spoken least, in an order that mixes countries; a firm presents itself. */
function invitations(roster: readonly DemoDelegate[], engagements: readonly Engagement[]) {
  const accredited = roster.filter(({ state, isRole }) => state === 'accredited' && !isRole);
  const mixed = mixedByCountry(accredited.filter(({ category }) => !silent.has(category))).slice(
    0,
    mostVoices,
  );
  const taken = new Map<string, Interval[]>();
  for (const { personId, ...time } of engagements) take(taken, personId, time);
  const spoken = new Map<DemoDelegate, number>();

  return (row: Row, time: Interval): DemoDelegate[] => {
    const firmPeople = accredited.filter(({ firm }) => firm !== null && row.title.startsWith(`${firm}:`));
    const isFree = ({ personId }: DemoDelegate) =>
      !taken.get(personId)?.some((other) => overlaps(other, time));
    const willing = mixed
      .filter((delegate) => isFree(delegate) && (row.kind === 'panel' || officials.has(delegate.category)))
      .sort((a, b) => (spoken.get(a) ?? 0) - (spoken.get(b) ?? 0));
    const chosen =
      firmPeople.length > 0 ? firmPeople.filter(isFree).slice(-1) : willing.slice(0, voices[row.kind] ?? 0);
    for (const delegate of chosen) {
      spoken.set(delegate, (spoken.get(delegate) ?? 0) + 1);
      take(taken, delegate.personId, time);
    }
    return chosen;
  };
}

function take(taken: Map<string, Interval[]>, personId: string, time: Interval): void {
  taken.set(personId, [...(taken.get(personId) ?? []), time]);
}

/** One official and one of a firm of each country in turn, as long as it has people. */
function mixedByCountry(people: readonly DemoDelegate[]): DemoDelegate[] {
  const seen = new Map<string, number>();
  return people
    .map((delegate) => {
      const key = `${delegate.country} ${delegate.category === 'industry'}`;
      const round = seen.get(key) ?? 0;
      seen.set(key, round + 1);
      return { delegate, round };
    })
    .sort((a, b) => a.round - b.round)
    .map(({ delegate }) => delegate);
}

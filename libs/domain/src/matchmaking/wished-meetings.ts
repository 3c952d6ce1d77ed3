import type { Wish, WishGrade } from './wishes.ts';

/** A meeting that the wishes of two parties ask for; `a` sorts before `b`. */
export interface WishedMeeting {
  readonly a: string;
  readonly b: string;
  /** 1 is the most wanted; see {@link priorityOf}. */
  readonly priority: 1 | 2 | 3 | 4 | 5;
  /** The matching's score of the pair, which orders meetings of one priority; 0 where it has none. */
  readonly score: number;
}

/** What turns wishes into meetings, beside the wishes. */
export interface WishedMeetingsInput {
  readonly wishes: readonly Wish[];
  readonly mayMeet: (a: string, b: string) => boolean;
  readonly score: (a: string, b: string) => number;
}

/**
 * The meetings for the planner, the most wanted first: by priority, then score, then the parties. A pair is never among
 * them when either says no, or when they may not meet; a later wish about the same party counts instead of an earlier.
 */
export function wishedMeetings({ wishes, mayMeet, score }: WishedMeetingsInput): WishedMeeting[] {
  const grades = new Map<string, Map<string, WishGrade>>();
  for (const { from, to, grade } of wishes) {
    grades.set(from, (grades.get(from) ?? new Map<string, WishGrade>()).set(to, grade));
  }
  const gradeOf = (from: string, to: string) => grades.get(from)?.get(to) ?? null;
  const pairs = new Map<string, WishedMeeting>();
  for (const { from, to } of wishes) {
    const [a, b] = from < to ? [from, to] : [to, from];
    const priority = priorityOf(gradeOf(a, b), gradeOf(b, a));
    if (a === b || priority === null || !mayMeet(a, b)) continue;
    pairs.set(JSON.stringify([a, b]), { a, b, priority, score: score(a, b) });
  }
  return [...pairs.values()].sort(
    (x, y) => x.priority - y.priority || y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b),
  );
}

/**
 * How much a meeting is wanted by two grades, null for none given: 1 both must, 2 one must and the other would like,
 * 3 both would like, 4 one must and the other has said nothing, 5 one would like and the other has said nothing. Null
 * when either says no, or nobody wishes it.
 */
export function priorityOf(one: WishGrade | null, other: WishGrade | null): WishedMeeting['priority'] | null {
  if (one === 'no' || other === 'no') return null;
  const musts = [one, other].filter((grade) => grade === 'must').length;
  const given = [one, other].filter((grade) => grade !== null).length;
  if (given === 0) return null;
  if (given === 1) return musts === 1 ? 4 : 5;
  return musts === 2 ? 1 : musts === 1 ? 2 : 3;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

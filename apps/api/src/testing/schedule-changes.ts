import { isPresent, realFile } from '@forum/interchange/testing/real-files';
import { gunzipSync } from 'node:zlib';

/** What a published schedule says of a talk, as far as it matters here. */
export interface Talk {
  title: string;
  /** Its start, with the offset of the place. */
  date: string;
  room: string;
}

/** One step from one published version of a schedule to the next. */
export type ScheduleStep =
  | ({ op: 'add'; guid: string } & Talk)
  | { op: 'remove'; guid: string }
  | ({ op: 'change'; guid: string } & Partial<Talk & { track: string; type: string; duration: string }>);

/** A schedule as it was first published, and what became of it. */
export interface ScheduleStory {
  source: string;
  base: ReadonlyMap<string, Talk>;
  steps: readonly ScheduleStep[];
}

const files = ['schedules/36c3-base.json.gz', 'schedules/36c3-change-stream.jsonl'] as const;
/** Versions with more steps than this are those of a feed that was down. */
const mostStepsAtOnce = 12;

/** The first `length` steps of a real conference where its files are present, and invented ones elsewhere. */
export function scheduleStory(length: number): ScheduleStory {
  return files.every(isPresent) ? realStory(length) : inventedStory(length);
}

function realStory(length: number): ScheduleStory {
  const base = JSON.parse(gunzipSync(realFile(files[0])).toString()) as Record<string, Talk>;
  const versions = Buffer.from(realFile(files[1])).toString().trim().split('\n');
  const steps = versions
    .map((line) => (JSON.parse(line) as { changes?: ScheduleStep[] }).changes ?? [])
    .filter((changes) => changes.length <= mostStepsAtOnce)
    .flat();
  return {
    source: 'the real changes of 36C3',
    base: new Map(Object.entries(base)),
    steps: steps.slice(0, length),
  };
}

function inventedStory(length: number): ScheduleStory {
  const talk = (n: number): Talk => ({
    title: `Talk ${n}`,
    date: `2019-12-${27 + (n % 3)}T${10 + (n % 10)}:00:00+01:00`,
    room: `Room ${n % 7}`,
  });
  const steps = Array.from({ length }, (_, n): ScheduleStep => {
    const guid = `talk-${(n * 7) % 60}`;
    if (n % 9 === 0) return { op: 'remove', guid };
    if (n % 9 < 3) return { op: 'add', guid: n % 2 ? guid : `late-${n}`, ...talk(n) };
    if (n % 9 === 3) return { op: 'change', guid, track: `Track ${n}` };
    if (n % 9 === 4) return { op: 'change', guid, title: `Talk renamed ${n}` };
    return { op: 'change', guid, date: talk(n).date, room: talk(n).room };
  });
  const base = Array.from({ length: 60 }, (_, n): [string, Talk] => [`talk-${n}`, talk(n)]);
  return { source: 'invented changes, as those of 36C3 are absent', base: new Map(base), steps };
}

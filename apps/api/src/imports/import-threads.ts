import { unreadable } from '@forum/interchange/reading/unreadable';
import { ThreadLimitReached } from '../threads/threads.ts';

/** How files are read: one at a time, whatever they hold. */
export const importLimits = { threads: 1, waiting: 4, seconds: 60, megabytes: 320 };

/** Work on a file in a thread; where it reached a limit, the refusal of the file. */
export async function withinLimits<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ThreadLimitReached ? tooHeavy(error.limit) : error;
  }
}

const tooHeavy = (limit: ThreadLimitReached['limit']) =>
  unreadable(
    'too_heavy',
    limit,
    `Reading the file took too much ${limit} and was stopped. Try again in a minute; if it is refused again, send a smaller file.`,
  );

import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { threadScript } from '../../threads/thread-script.ts';
import { ThreadLimitReached, type ThreadPool, Threads } from '../../threads/threads.ts';
import type { DaySheet } from './day-sheet.ts';

type Script = typeof import('./day-sheet.worker.ts');

const retryAfter = 5;

/** Draws day sheets in a thread that keeps the fonts, one at a time for each person. */
@Injectable()
export class DaySheetPrinter {
  readonly #threads: ThreadPool<Script>;
  readonly #drawnFor = new Set<string>();

  constructor(threads: Threads) {
    this.#threads = threads.open<Script>({
      script: threadScript('day-sheet'),
      threads: 1,
      waiting: 20,
      seconds: 20,
      megabytes: 192,
    });
  }

  /** The sheet of one person as a PDF; a second one asked for meanwhile is refused. */
  async print(personId: string, sheet: DaySheet): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#drawnFor.has(personId)) throw isBeingDrawn();
    this.#drawnFor.add(personId);
    try {
      return await this.#threads.run('draw', sheet);
    } catch (error) {
      throw error instanceof ThreadLimitReached ? cannotBeDrawn() : error;
    } finally {
      this.#drawnFor.delete(personId);
    }
  }
}

const isBeingDrawn = () =>
  new DomainError(
    'rate.limited',
    { retryAfter },
    'A day sheet is being drawn for you already. Wait for it, then ask for the next one.',
  );

const cannotBeDrawn = () =>
  new DomainError(
    'temporarily.unavailable',
    { retryAfter },
    'The day sheet could not be drawn in time. Try again in a few seconds.',
  );

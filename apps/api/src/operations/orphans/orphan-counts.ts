import type { Database } from '../../database/database.ts';
import { countOrphans } from './orphans.repository.ts';

type Counts = Awaited<ReturnType<typeof countOrphans>>;

const freshFor = 60_000;

/** Counts what is orphaned at most once a minute, however often it is asked. */
export class OrphanCounts {
  #counted: { at: number; counts: Promise<Counts> } | null = null;

  constructor(private readonly database: Database) {}

  now(): Promise<Counts> {
    const at = Date.now();
    if (!this.#counted || at - this.#counted.at > freshFor)
      this.#counted = { at, counts: this.database.snapshot(countOrphans) };
    const { counts } = this.#counted;
    return counts.catch((error: unknown) => {
      this.#counted = null;
      throw error;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DatabaseWatch } from '../database/database-watch.ts';
import { JournalTail } from '../live/journal-tail.ts';

/** Whether this node should be sent people. */
@Injectable()
export class Health {
  constructor(
    private readonly watch: DatabaseWatch,
    private readonly tail: JournalTail,
  ) {}

  /** `database` says that a write reached its disk. */
  async ready(): Promise<{ ready: boolean; database: boolean; journal: boolean }> {
    const database = await this.watch.writes();
    return { ready: database && this.tail.isCurrent, database, journal: this.tail.isCurrent };
  }
}

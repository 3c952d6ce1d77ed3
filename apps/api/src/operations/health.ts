import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { JournalTail } from '../live/journal-tail.ts';

/** Whether this node should be sent people. */
@Injectable()
export class Health {
  constructor(
    private readonly database: Database,
    private readonly tail: JournalTail,
  ) {}

  async ready(): Promise<{ ready: boolean; database: boolean; journal: boolean }> {
    const database = await this.database.rows('select 1').then(
      () => true,
      () => false,
    );
    return { ready: database && this.tail.isCurrent, database, journal: this.tail.isCurrent };
  }
}

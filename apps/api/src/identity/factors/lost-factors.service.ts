import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { Database, type Transaction } from '../../database/database.ts';
import { editionOf, personOf, type Viewer } from '../../http/viewer.ts';
import { Viewers } from '../viewers.ts';
import {
  EnrolmentCodesService,
  type MadeCode,
  noSuchHolder,
  refuseToHelp,
} from './enrolment-codes.service.ts';
import { FactorChanges } from './factor-changes.ts';
import { lockHolder, lostFor } from './factor-holders.repository.ts';

/** Gives back a second factor that was lost: two others of the host's team say so, or the command line does. */
@Injectable()
export class LostFactorsService {
  constructor(
    private readonly database: Database,
    private readonly changes: FactorChanges,
    private readonly codes: EnrolmentCodesService,
    private readonly viewers: Viewers,
  ) {}

  /** Says that it is lost. The second who does gets the code for the next one; null for the first. */
  async report(viewer: Viewer, personId: string): Promise<MadeCode | null> {
    const { id: editionId } = editionOf(viewer);
    const by = viewer.aide ?? personOf(viewer);
    const made = await this.database.write(async (transaction) => {
      const holder = await lockHolder(transaction, editionId, personId);
      if (!holder) throw noSuchHolder(personId);
      refuseToHelp(viewer, { ...holder, enrolled: false });
      if (!holder.enrolled) throw notLost(holder.name);
      const [known] = await transaction.query<{ saidBy: string }>(
        `select said_by as "saidBy" from lost_factor where person_id = $1 and said_at > now() - interval '${lostFor}'`,
        [personId],
      );
      if (known && known.saidBy !== by.id) {
        await this.changes.tell(transaction, viewer, personId, { kind: 'lost-confirmed', by: by.name });
        return this.giveBack(transaction, viewer, personId);
      }
      if (known) return null;
      await transaction.query(
        `insert into lost_factor (person_id, edition_id, said_by) values ($1, $2, $3)
         on conflict on constraint lost_factor_pk do update
           set edition_id = excluded.edition_id, said_by = excluded.said_by, said_at = now()`,
        [personId, editionId, by.id],
      );
      await this.changes.tell(transaction, viewer, personId, { kind: 'lost-said', by: by.name });
      return null;
    });
    if (made) this.viewers.forget();
    return made;
  }

  /** The same on the command line of the machine, where fewer than two others are there to say it. */
  async confirmByMachine(transaction: Transaction, personId: string): Promise<MadeCode> {
    await this.changes.tell(transaction, null, personId, { kind: 'lost-confirmed', by: null });
    return this.giveBack(transaction, null, personId);
  }

  /** Removes all that shows the factor, ends every session, and makes the code for the next factor. */
  private async giveBack(
    transaction: Transaction,
    viewer: Viewer | null,
    personId: string,
  ): Promise<MadeCode> {
    for (const table of [
      'passkey',
      'code_app',
      'recovery_code',
      'factor_tries',
      'lost_factor',
      'sign_in_session',
    ])
      await transaction.query(`delete from ${table} where person_id = $1`, [personId]);
    return this.codes.make(transaction, viewer, personId);
  }
}

const notLost = (name: string) =>
  new DomainError(
    'factor.none',
    {},
    `${name} has no second factor that could be lost. Make a code for the first one.`,
  );

import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import type { EntityTarget } from 'typeorm';
import { Database, type WriteTransaction } from '../../database/database.ts';
import { editionOf, personOf, type Viewer } from '../../http/viewer.ts';
import { SignInSessionEntity } from '../entities/sign-in-session.entity.ts';
import { Viewers } from '../viewers.ts';
import {
  EnrolmentCodesService,
  type MadeCode,
  noSuchHolder,
  refuseToHelp,
} from './enrolment-codes.service.ts';
import { CodeAppEntity } from './entities/code-app.entity.ts';
import { FactorTriesEntity } from './entities/factor-tries.entity.ts';
import { LostFactorEntity } from './entities/lost-factor.entity.ts';
import { PasskeyEntity } from './entities/passkey.entity.ts';
import { RecoveryCodeEntity } from './entities/recovery-code.entity.ts';
import { FactorChanges } from './factor-changes.ts';
import { lockHolder, whoSaysLost } from './factor-holders.repository.ts';

/** All that shows the factor of a person, and every session in which it was shown. */
const ofFactors: readonly EntityTarget<{ personId: string }>[] = [
  PasskeyEntity,
  CodeAppEntity,
  RecoveryCodeEntity,
  FactorTriesEntity,
  LostFactorEntity,
  SignInSessionEntity,
];

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
      const known = await whoSaysLost(transaction, personId);
      if (known !== null && known !== by.id) {
        await this.changes.tell(transaction, viewer, personId, { kind: 'lost-confirmed', by: by.name });
        return this.giveBack(transaction, viewer, personId);
      }
      if (known !== null) return null;
      const said = { personId, editionId, saidBy: by.id, saidAt: () => 'now()' };
      await transaction.manager.upsert(LostFactorEntity, said, ['personId']);
      await this.changes.tell(transaction, viewer, personId, { kind: 'lost-said', by: by.name });
      return null;
    });
    if (made) this.viewers.forget();
    return made;
  }

  /** The same on the command line of the machine, where fewer than two others are there to say it. */
  async confirmByMachine(transaction: WriteTransaction, personId: string): Promise<MadeCode> {
    await this.changes.tell(transaction, null, personId, { kind: 'lost-confirmed', by: null });
    return this.giveBack(transaction, null, personId);
  }

  /** Removes all that shows the factor, ends every session, and makes the code for the next factor. */
  private async giveBack(
    transaction: WriteTransaction,
    viewer: Viewer | null,
    personId: string,
  ): Promise<MadeCode> {
    for (const entity of ofFactors) await transaction.manager.delete(entity, { personId });
    return this.codes.make(transaction, viewer, personId);
  }
}

const notLost = (name: string) =>
  new DomainError(
    'factor.none',
    {},
    `${name} has no second factor that could be lost. Make a code for the first one.`,
  );

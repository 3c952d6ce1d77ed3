import { Injectable } from '@nestjs/common';
import type { FactorHolder } from '@forum/contract/identity/factors/factor-holders';
import { DomainError } from '@forum/domain/errors';
import { refusalToHandOver } from '@forum/domain/identity/second-factor';
import { codeLength, codeOf, formatCode, normaliseCode } from '@forum/domain/identity/sign-in-code';
import { randomBytes } from 'node:crypto';
import { Config } from '../../config.ts';
import { instantFromMs } from '@forum/domain/time/instant';
import { IsNull, MoreThan } from 'typeorm';
import { Database, type WriteTransaction } from '../../database/database.ts';
import { editionOf, personOf, type Viewer } from '../../http/viewer.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import { SignInSessionEntity } from '../entities/sign-in-session.entity.ts';
import { EnrolmentCodeEntity } from './entities/enrolment-code.entity.ts';
import { FactorChanges } from './factor-changes.ts';
import { type Holder, lockHolder, readFactorHolders } from './factor-holders.repository.ts';
import { forgetTries, mayTry, refuseTry, type TryOutcome } from './factor-tries.repository.ts';
import { codeHash } from './sealing.ts';

const validMs = 60 * 60_000;

/** After a code was typed, the time to set the factor up. */
const enrolMs = 15 * 60_000;

/** As it is shown once. */
export interface MadeCode {
  code: string;
  expiresAt: string;
}

/** The codes with which the first factor is set up: handed over by another person, because a mailbox can be stolen. */
@Injectable()
export class EnrolmentCodesService {
  constructor(
    private readonly database: Database,
    private readonly changes: FactorChanges,
    private readonly events: SecurityEvents,
    private readonly config: Config,
  ) {}

  holders(viewer: Viewer): Promise<FactorHolder[]> {
    return readFactorHolders(this.database.reader, editionOf(viewer).id);
  }

  /** Makes one for a holder of the edition, by another member of the host's team. */
  makeFor(viewer: Viewer, personId: string): Promise<MadeCode> {
    return this.database.write(async (transaction) => {
      const holder = await lockHolder(transaction, editionOf(viewer).id, personId);
      if (!holder) throw noSuchHolder(personId);
      refuseToHelp(viewer, holder);
      return this.make(transaction, viewer, personId);
    });
  }

  /** Makes one, which ends those before; `viewer` is null on the command line. */
  async make(transaction: WriteTransaction, viewer: Viewer | null, personId: string): Promise<MadeCode> {
    const code = codeOf(randomBytes(codeLength));
    await transaction.manager.delete(EnrolmentCodeEntity, { personId, usedAt: IsNull() });
    const by = viewer ? (viewer.aide ?? personOf(viewer)) : null;
    const expiresAt = new Date(Date.now() + validMs);
    await transaction.manager.insert(EnrolmentCodeEntity, {
      personId,
      codeHash: codeHash(this.config.secret, personId, code),
      madeBy: by?.id ?? null,
      expiresAt,
    });
    await this.changes.tell(transaction, viewer, personId, { kind: 'code-made', by: by?.name ?? null });
    return { code: formatCode(code), expiresAt: instantFromMs(expiresAt.getTime()) };
  }

  /** Uses a code up: for a quarter of an hour, this session may set up the first factor. */
  async use(viewer: Viewer, typed: string): Promise<void> {
    const { id } = viewer.aide ?? personOf(viewer);
    const outcome = await this.database.write(async (transaction): Promise<TryOutcome> => {
      if (!(await mayTry(transaction, id))) return 'over';
      const now = new Date();
      const { affected } = await transaction.manager.update(
        EnrolmentCodeEntity,
        {
          personId: id,
          codeHash: codeHash(this.config.secret, id, normaliseCode(typed) ?? ''),
          usedAt: IsNull(),
          expiresAt: MoreThan(now),
        },
        { usedAt: now },
      );
      if (!affected) return 'wrong';
      await forgetTries(transaction, id);
      const mayEnrolUntil = new Date(now.getTime() + enrolMs);
      await transaction.manager.update(
        SignInSessionEntity,
        { id: viewer.sessionId ?? '' },
        { mayEnrolUntil },
      );
      return 'right';
    });
    this.events.note(viewer, { kind: 'factor', what: `enrolment code ${outcome}` });
    refuseTry(
      outcome,
      'This is not the code that was made for you, or it has ended. Ask who handed it over for a new one.',
    );
  }
}

/** Refuses that the viewer helps somebody to a factor: themselves, or above their reach. */
export function refuseToHelp(viewer: Viewer, holder: Holder): void {
  const makers = [viewer.person?.id, viewer.aide?.id];
  const refusal = refusalToHandOver({ ...holder, isSelf: makers.includes(holder.id) }, viewer);
  if (refusal === null) return;
  const why = {
    self: 'Another member of the host’s team makes the code for you: you cannot make it for yourself.',
    secretariat: `${holder.name} belongs to the secretariat. Another member of it, or the command line, makes their code.`,
    enrolled: `${holder.name} has a second factor already. If it is lost, report that.`,
  } as const;
  throw refusal === 'enrolled'
    ? new DomainError('factor.enrolled', { person: holder.id }, why[refusal])
    : new DomainError('access.denied', { person: holder.id }, why[refusal]);
}

export const noSuchHolder = (person: string) =>
  new DomainError('not_found', { person }, 'Nobody with this id needs a second factor in this edition.');

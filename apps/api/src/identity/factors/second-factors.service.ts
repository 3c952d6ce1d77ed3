import { Injectable } from '@nestjs/common';
import type { Factors } from '@forum/contract/identity/factors/factors';
import { DomainError } from '@forum/domain/errors';
import { isFactorFresh } from '@forum/domain/identity/second-factor';
import { Config } from '../../config.ts';
import { IsNull, MoreThan, Not } from 'typeorm';
import { Database, type WriteTransaction } from '../../database/database.ts';
import { factorRequired } from '../../http/second-factor.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { PersonEntity } from '../entities/person.entity.ts';
import { SignInSessionEntity } from '../entities/sign-in-session.entity.ts';
import { beginCodeApp, confirmCodeApp } from './code-apps.repository.ts';
import { FactorChanges } from './factor-changes.ts';
import { CodeAppEntity } from './entities/code-app.entity.ts';
import { isEnrolled, readFactors, readHelpers } from './factor-holders.repository.ts';
import { forgetTries, mayTry, refuseTry } from './factor-tries.repository.ts';
import { relyingPartyOf } from './relying-party.ts';
import { makeRecoveryCodes } from './recovery-codes.repository.ts';
import { showFactor } from './shown-factor.repository.ts';

/** What comes of a factor that was set up: the recovery codes of the first, and the session's new secret. */
export interface Enrolled {
  recoveryCodes: string[] | null;
  secret: string | null;
}

/** The second factors of whoever sits there, never of whom they act for. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly database: Database,
    private readonly changes: FactorChanges,
    private readonly config: Config,
  ) {}

  async describe(viewer: Viewer): Promise<Factors> {
    const { id } = self(viewer);
    const party = relyingPartyOf(this.config);
    const factors = await readFactors(this.database.reader, {
      personId: id,
      sessionId: viewer.sessionId,
      party: party?.id ?? '',
    });
    const shown = viewer.factorAt !== null;
    return {
      ...factors,
      passkeysPossible: party !== null,
      shown,
      mayEnrol: factors.mayEnrol || shown,
      helpers: await readHelpers(this.database.reader, id),
    };
  }

  beginCodeApp(viewer: Viewer): Promise<{ secret: string; uri: string }> {
    return this.database.write(async (transaction) => {
      await requireLeave(transaction, viewer);
      return beginCodeApp(transaction, this.config.secret, self(viewer));
    });
  }

  async confirmCodeApp(viewer: Viewer, typed: string): Promise<Enrolled> {
    const { id } = self(viewer);
    const outcome = await this.database.write(async (transaction) => {
      const { isFirst } = await requireLeave(transaction, viewer);
      if (!(await mayTry(transaction, id))) return 'over' as const;
      const given = { personId: id, typed, now: Date.now() };
      if (!(await confirmCodeApp(transaction, this.config.secret, given))) return 'wrong' as const;
      await forgetTries(transaction, id);
      return this.enrolled(transaction, viewer, { isFirst, what: 'code-app' });
    });
    if (typeof outcome === 'object') return outcome;
    refuseTry(outcome, 'This is not the code that the app shows now. Type the newest.');
    throw new Error('a wrong code was not refused');
  }

  /** What follows when a factor was set up, whichever kind: this session has shown it. */
  async enrolled(
    transaction: WriteTransaction,
    viewer: Viewer,
    { isFirst, what }: { isFirst: boolean; what: 'code-app' | 'passkey' },
  ): Promise<Enrolled> {
    const { id } = self(viewer);
    await this.changes.tell(transaction, asSelf(viewer), id, { kind: 'added', what });
    const recoveryCodes = isFirst ? await makeRecoveryCodes(transaction, this.config.secret, id) : null;
    return { recoveryCodes, secret: await showFactor(transaction, viewer) };
  }

  async removeCodeApp(viewer: Viewer): Promise<void> {
    const { id } = self(viewer);
    await this.database.write(async (transaction) => {
      await lockPerson(transaction, id);
      const { affected } = await transaction.manager.delete(CodeAppEntity, {
        personId: id,
        confirmedAt: Not(IsNull()),
      });
      if (!affected) throw new DomainError('not_found', {}, 'You have no app with one-time codes.');
      await this.removed(transaction, viewer, 'code-app');
    });
  }

  /** What follows when a factor was removed; the last one stays. */
  async removed(transaction: WriteTransaction, viewer: Viewer, what: 'code-app' | 'passkey'): Promise<void> {
    const { id } = self(viewer);
    if (!(await isEnrolled(transaction, id))) {
      throw new DomainError(
        'factor.last',
        {},
        'This is your last second factor. Add another first; one that is lost is replaced by the host’s team.',
      );
    }
    await this.changes.tell(transaction, asSelf(viewer), id, { kind: 'removed', what });
  }

  renewRecoveryCodes(viewer: Viewer): Promise<string[]> {
    const { id } = self(viewer);
    return this.database.write(async (transaction) => {
      await lockPerson(transaction, id);
      if (!(await isEnrolled(transaction, id))) throw enrolmentRequired();
      await this.changes.tell(transaction, asSelf(viewer), id, { kind: 'recovery-renewed' });
      return makeRecoveryCodes(transaction, this.config.secret, id);
    });
  }
}

/**
 * Whether this session may set up a factor: the first after an enrolment code, a further one after a fresh proof. The
 * person is locked, so that two sessions cannot both set up the first.
 */
export async function requireLeave(
  transaction: WriteTransaction,
  viewer: Viewer,
): Promise<{ isFirst: boolean }> {
  const { id } = self(viewer);
  await lockPerson(transaction, id);
  const isFirst = !(await isEnrolled(transaction, id));
  if (isFactorFresh(viewer.factorAt, Date.now())) return { isFirst };
  if (!isFirst) throw factorRequired('fresh');
  const may = { id: viewer.sessionId ?? '', mayEnrolUntil: MoreThan(new Date()) };
  if (!(await transaction.manager.existsBy(SignInSessionEntity, may))) throw enrolmentRequired();
  return { isFirst };
}

/** Waits for others who change the factors of the person. */
export async function lockPerson(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction.manager.findOne(PersonEntity, {
    select: { id: true },
    where: { id },
    lock: { mode: 'for_no_key_update' },
  });
}

const enrolmentRequired = () =>
  new DomainError(
    'auth.enrolment_required',
    {},
    'The first second factor is set up with a code that another member of the host’s team hands over.',
  );

const self = (viewer: Viewer) => viewer.aide ?? personOf(viewer);

const asSelf = (viewer: Viewer) => ({ person: self(viewer), aide: null, sessionId: viewer.sessionId });

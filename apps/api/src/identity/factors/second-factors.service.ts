import { Injectable } from '@nestjs/common';
import type { Factors } from '@forum/contract/identity/factors/factors';
import { DomainError } from '@forum/domain/errors';
import { isFactorFresh } from '@forum/domain/identity/second-factor';
import { Config } from '../../config.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { factorRequired } from '../../http/second-factor.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { beginCodeApp, confirmCodeApp } from './code-apps.repository.ts';
import { FactorChanges } from './factor-changes.ts';
import { hasFactor, readHelpers, wantsFactor } from './factor-holders.repository.ts';
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
    const row = await this.database.row<Omit<Factors, 'shown' | 'helpers' | 'passkeysPossible'>>(
      `select ${wantsFactor('$1')} as wanted,
         not ${hasFactor('$1')} and coalesce((select may_enrol_until > now() from sign_in_session where id = $2), false) as "mayEnrol",
         (select json_build_object('since', utc(confirmed_at)) from code_app
          where person_id = $1 and confirmed_at is not null) as "codeApp",
         (select coalesce(json_agg(json_build_object('id', id, 'device', device, 'createdAt', utc(created_at),
             'lastUsedAt', utc(last_used_at), 'usable', rp_id = $3) order by created_at, id), '[]')
          from passkey where person_id = $1) as passkeys,
         (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodesLeft"`,
      [id, viewer.sessionId, party?.id ?? ''],
    );
    if (!row) throw new Error('nothing was read of the factors');
    const shown = viewer.factorAt !== null;
    return {
      ...row,
      passkeysPossible: party !== null,
      shown,
      mayEnrol: row.mayEnrol || shown,
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
    transaction: Transaction,
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
      const removed = await transaction.query(
        'delete from code_app where person_id = $1 and confirmed_at is not null returning person_id',
        [id],
      );
      if (removed.length === 0)
        throw new DomainError('not_found', {}, 'You have no app with one-time codes.');
      await this.removed(transaction, viewer, 'code-app');
    });
  }

  /** What follows when a factor was removed; the last one stays. */
  async removed(transaction: Transaction, viewer: Viewer, what: 'code-app' | 'passkey'): Promise<void> {
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
export async function requireLeave(transaction: Transaction, viewer: Viewer): Promise<{ isFirst: boolean }> {
  const { id } = self(viewer);
  await lockPerson(transaction, id);
  const isFirst = !(await isEnrolled(transaction, id));
  if (isFactorFresh(viewer.factorAt, Date.now())) return { isFirst };
  if (!isFirst) throw factorRequired('fresh');
  const [session] = await transaction.query<{ may: boolean }>(
    'select coalesce(may_enrol_until > now(), false) as may from sign_in_session where id = $1',
    [viewer.sessionId],
  );
  if (!session?.may) throw enrolmentRequired();
  return { isFirst };
}

/** Waits for others who change the factors of the person. */
export async function lockPerson(transaction: Transaction, id: string): Promise<void> {
  await transaction.query('select from person where id = $1 for no key update', [id]);
}

async function isEnrolled(transaction: Transaction, id: string): Promise<boolean> {
  const [row] = await transaction.query<{ is: boolean }>(`select ${hasFactor('$1')} as is`, [id]);
  return row?.is ?? false;
}

const enrolmentRequired = () =>
  new DomainError(
    'auth.enrolment_required',
    {},
    'The first second factor is set up with a code that another member of the host’s team hands over.',
  );

const self = (viewer: Viewer) => viewer.aide ?? personOf(viewer);

const asSelf = (viewer: Viewer) => ({ person: self(viewer), aide: null, sessionId: viewer.sessionId });

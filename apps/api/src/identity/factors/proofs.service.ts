import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { Database, type WriteTransaction } from '../../database/database.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import { spendOneTimeCode } from './code-apps.repository.ts';
import { FactorChanges } from './factor-changes.ts';
import { forgetTries, mayTry, refuseTry } from './factor-tries.repository.ts';
import { spendRecoveryCode } from './recovery-codes.repository.ts';
import { showFactor } from './shown-factor.repository.ts';

/** Shows the second factor of whoever sits there, by something that they have. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly database: Database,
    private readonly changes: FactorChanges,
    private readonly events: SecurityEvents,
    private readonly config: Config,
  ) {}

  /** By a typed code; returns the session's new secret, if it gets one. */
  async byCode(viewer: Viewer, typed: string): Promise<string | null> {
    const outcome = await this.database.write(async (transaction) => {
      const { id } = self(viewer);
      if (!(await mayTry(transaction, id))) return 'over' as const;
      if (!(await this.spend(transaction, viewer, typed))) return 'wrong' as const;
      await forgetTries(transaction, id);
      await this.events.record(transaction, asSelf(viewer), { kind: 'factor', what: 'shown by code' });
      return { secret: await showFactor(transaction, viewer) };
    });
    if (typeof outcome === 'object') return outcome.secret;
    this.events.note(asSelf(viewer), { kind: 'factor', what: `not shown: ${outcome}` });
    refuseTry(
      outcome,
      'This code is not right, or it was used already. Type the newest that the app shows, or a recovery code.',
    );
    return null;
  }

  private async spend(transaction: WriteTransaction, viewer: Viewer, typed: string): Promise<boolean> {
    const { id: personId } = self(viewer);
    const { secret } = this.config;
    if (await spendOneTimeCode(transaction, secret, { personId, typed, now: Date.now() })) return true;
    const left = await spendRecoveryCode(transaction, secret, { personId, typed });
    if (left === null) return false;
    await this.changes.tell(transaction, asSelf(viewer), personId, { kind: 'recovery-used', left });
    return true;
  }
}

const self = (viewer: Viewer) => viewer.aide ?? personOf(viewer);

const asSelf = (viewer: Viewer) => ({ person: self(viewer), aide: null, sessionId: viewer.sessionId });

import type { decisions } from '@forum/contract/delegations/accreditation';
import {
  accredit,
  type Accreditation,
  type AccreditationReason,
  accreditationReasons,
  decline,
  reconsider,
  revoke,
  waitlist,
} from '@forum/domain/accreditation/accreditation';
import { refuseField } from '../../http/refuse-field.ts';

export type Decision = (typeof decisions)[number];

/** A refusal has a coded reason, an admission has none. */
export interface ReasonedDecision {
  decision: Decision;
  reason: AccreditationReason | null;
}

/** The reason of a decision as it was sent. */
export function reasonOf(decision: Decision, sent: string | null): AccreditationReason | null {
  const needsReason = decision === 'decline' || decision === 'revoke';
  if (!needsReason) {
    if (sent === null) return null;
    throw refuseField('body.reason', sent, `must be null: "${decision}" has no reason`);
  }
  const reason = accreditationReasons.find((code) => code === sent);
  if (reason) return reason;
  throw refuseField('body.reason', sent, `"${decision}" needs one of ${accreditationReasons.join(', ')}`);
}

/** The accreditation after a decision. Accrediting somebody who was refused reconsiders the refusal first. */
export function decisionOf(
  before: Accreditation,
  { decision, reason }: ReasonedDecision,
  now: string,
): Accreditation {
  switch (decision) {
    case 'accredit':
      return accredit(['declined', 'revoked'].includes(before.state) ? reconsider(before) : before, now);
    case 'decline':
      return decline(before, reason ?? 'other', now);
    case 'waitlist':
      return waitlist(before, now);
    case 'revoke':
      return revoke(before, reason ?? 'other', now);
  }
}

import type { DecisionToMake } from '@forum/contract/delegations/accreditation';
import {
  accredit,
  type Accreditation,
  decline,
  reconsider,
  revoke,
  waitlist,
} from '@forum/domain/accreditation/accreditation';

type WithoutDelegates<Each> = Each extends unknown ? Omit<Each, 'delegates'> : never;

/** A refusal has a coded reason, an admission has none. */
export type ReasonedDecision = WithoutDelegates<DecisionToMake>;

/** The accreditation after a decision. Accrediting somebody who was refused reconsiders the refusal first. */
export function decisionOf(before: Accreditation, reasoned: ReasonedDecision, now: string): Accreditation {
  switch (reasoned.decision) {
    case 'accredit':
      return accredit(['declined', 'revoked'].includes(before.state) ? reconsider(before) : before, now);
    case 'decline':
      return decline(before, reasoned.reason, now);
    case 'waitlist':
      return waitlist(before, now);
    case 'revoke':
      return revoke(before, reasoned.reason, now);
  }
}

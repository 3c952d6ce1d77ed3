import { type Accreditation, isOut } from '@forum/domain/accreditation/accreditation';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import type { NewChange } from '../../live/changes.ts';

/** A delegate as the rules of registration and accreditation need them. */
export interface DelegateRecord {
  id: string;
  version: number;
  editionId: string;
  personId: string;
  mail: string;
  /** In which mails to them are written. */
  language: string;
  delegationId: string | null;
  firmId: string | null;
  category: DelegateCategory | null;
  accreditation: Accreditation;
  holdsPlace: boolean;
  isWaiting: boolean;
  /** Vetted fields that changed after the last decision. */
  changedFields: readonly string[];
}

/** What is known of a step: the states are the detail; a reason never is, since more people read the audit. */
interface DelegateStep {
  before: DelegateRecord;
  after: Pick<DelegateRecord, 'version' | 'delegationId' | 'accreditation'>;
  detail?: { before: unknown; after: unknown };
}

/** Whom a step concerns: the delegate, their delegation's head, the officers; and their rights, when those changed. */
export function changesOf({ before, after, detail }: DelegateStep): NewChange[] {
  const { id, editionId, personId } = before;
  const delegations = [before.delegationId, after.delegationId].filter((one) => one !== null);
  const registration: NewChange = {
    editionId,
    streams: [
      `person:${personId}`,
      'staff:organiser',
      'staff:accreditation-officer',
      ...delegations.map((delegation) => `delegation:${delegation}` as const),
    ],
    type: 'registration.changed',
    entityId: id,
    version: after.version,
    detail: {
      before: { state: before.accreditation.state, ...(detail?.before as object) },
      after: { state: after.accreditation.state, ...(detail?.after as object) },
    },
  };
  return rightsIn(before.accreditation) === rightsIn(after.accreditation)
    ? [registration]
    : [registration, rightsOf(before, after.version)];
}

/** What a state of the vetting lets a person do: all, what they speak in, or nothing. */
function rightsIn({ state }: Accreditation): 'all' | 'speaking' | 'none' {
  if (state === 'accredited') return 'all';
  return isOut(state) ? 'none' : 'speaking';
}

/** The news that what a person may do in an edition has changed. */
export const rightsOf = (
  { editionId, personId }: Pick<DelegateRecord, 'editionId' | 'personId'>,
  version: number,
): NewChange => ({
  editionId,
  streams: [`person:${personId}`],
  type: 'rights.changed',
  entityId: personId,
  version,
});

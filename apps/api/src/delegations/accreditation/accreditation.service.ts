import { Injectable } from '@nestjs/common';
import type {
  accreditationHistory,
  decideAccreditation,
  Decision,
  DecisionToMake,
} from '@forum/contract/delegations/accreditation';
import type { DelegateRow } from '@forum/contract/delegations/delegates';
import type { RouteOutput } from '@forum/contract/route';
import type { Touched } from '@forum/contract/losses/touched';
import { DomainError } from '@forum/domain/errors';
import { decisionsThatWeigh } from '@forum/domain/identity/second-factor';
import { Database, type Transaction } from '../../database/database.ts';
import { requireEditionPhase } from '../../editions/edition-phase.repository.ts';
import { requireFreshFactor } from '../../http/second-factor.ts';
import { editionOf, personOf, type Viewer } from '../../http/viewer.ts';
import type { DelegateRecord } from '../delegates/delegate-record.ts';
import { refuseOwn, selvesOf } from '../delegates/own-decision.ts';
import { DelegateSteps, type NextDelegate } from '../delegates/delegate-steps.ts';
import type { DelegateNewsKind } from '../delegates/delegate-news.ts';
import { DelegatesRepository, noSuchDelegate } from '../delegates/delegates.repository.ts';
import { Losses } from '../../losses/losses.ts';
import { touchedOf } from '../../losses/touched.ts';
import { PlacesService } from '../places/places.service.ts';
import { decisionOf, type ReasonedDecision } from './decision.ts';
import { DelegateLists } from './delegate-lists.repository.ts';
import { type First, FirstRepresentatives } from './first-representatives.ts';
import { requireVersion } from '../../http/require-version.ts';

type Answer = RouteOutput<typeof decideAccreditation>;

const newsOf = {
  accredit: 'accredited',
  decline: 'declined',
  waitlist: 'held-back',
  revoke: 'revoked',
} as const;

/** The officers decide who takes part. */
@Injectable()
export class AccreditationsService {
  constructor(
    private readonly database: Database,
    private readonly delegates: DelegatesRepository,
    private readonly lists: DelegateLists,
    private readonly places: PlacesService,
    private readonly steps: DelegateSteps,
    private readonly firsts: FirstRepresentatives,
    private readonly losses: Losses,
  ) {}

  /** Decides on each in a write of its own, so that one refusal does not undo the others. */
  async decide(viewer: Viewer, { delegates, ...reasoned }: DecisionToMake): Promise<Answer> {
    const { id: editionId } = editionOf(viewer);
    if (delegates.length >= decisionsThatWeigh) requireFreshFactor(viewer);
    await requireEditionPhase(this.database.reader, editionId, 'accredit');
    const answer: Answer = { decided: [], refused: [] };
    const inBulk = delegates.filter(({ speaksFor }) => speaksFor).length > 1;
    for (const { speaksFor, ...seen } of delegates) {
      const first = speaksFor ? { ...speaksFor, inBulk } : null;
      try {
        answer.decided.push(await this.#decideOn(viewer, editionId, seen, { ...reasoned, first }));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        answer.refused.push({ id: seen.id, code: error.code, detail: error.message });
      }
    }
    return answer;
  }

  /** The meetings and requests of delegates, all of which end or go on without them if they cannot come. */
  async foresee(viewer: Viewer, delegateIds: readonly string[]): Promise<Touched> {
    const lost = { editionId: editionOf(viewer).id, delegateIds };
    return touchedOf(await this.losses.foresee(this.database.reader, 'representatives', lost));
  }

  /** Every decision, the latest last. */
  async history(viewer: Viewer, delegateId: string): Promise<RouteOutput<typeof accreditationHistory>> {
    const { id: editionId } = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      const [delegate] = await transaction.query('select from delegate where edition_id = $1 and id = $2', [
        editionId,
        delegateId,
      ]);
      if (!delegate) throw noSuchDelegate(delegateId);
      return transaction.query(
        `select utc(a.decided_at) as at, a.decision,
           b.display_name as by, f.display_name as "actedFor",
           case when d.person_id <> all ($3::uuid[]) then a.reason end as reason
         from accreditation_decision a join delegate d on d.id = a.delegate_id
         join person_in_edition b on b.edition_id = a.edition_id and b.id = a.decided_by
         left join person_in_edition f on f.edition_id = a.edition_id and f.id = a.decided_for
         where a.edition_id = $1 and a.delegate_id = $2 order by a.decided_at, a.id limit 500`,
        [editionId, delegateId, selvesOf(viewer)],
      );
    });
  }

  #decideOn(
    viewer: Viewer,
    editionId: string,
    seen: { id: string; version: number },
    { first, ...reasoned }: ReasonedDecision & { first: First | null },
  ): Promise<DelegateRow> {
    return this.database.write(async (transaction) => {
      const before = await this.delegates.lock(transaction, editionId, seen.id);
      refuseOwn(viewer, before);
      requireVersion({ thing: 'The registration', current: before.version, seen: seen.version });
      const accreditation = decisionOf(before.accreditation, reasoned, new Date().toISOString());
      const promoted = await this.#settlePlace(transaction, before, reasoned.decision);
      const next: NextDelegate = {
        accreditation,
        changedFields: [],
        promoted,
        news: await this.#newsOf(transaction, before, reasoned.decision, first),
      };
      // What tells of a decision comes after it, so that whoever hears of it finds it.
      await this.#enter(transaction, viewer, before, reasoned);
      await this.steps.keep(transaction, viewer, before, next);
      if (reasoned.decision === 'accredit') await this.firsts.settle(transaction, viewer, before, first);
      return this.lists.row(transaction, before.id, selvesOf(viewer));
    });
  }

  async #newsOf(
    transaction: Transaction,
    before: DelegateRecord,
    decision: Decision,
    first: First | null,
  ): Promise<DelegateNewsKind> {
    const willWait = decision === 'accredit' && (await this.firsts.willWait(transaction, before, first));
    return willWait ? 'accredited-waits-for-firm' : newsOf[decision];
  }

  async #settlePlace(
    transaction: Transaction,
    { id, delegationId, category, holdsPlace, isWaiting }: DelegateRecord,
    decision: Decision,
  ): Promise<readonly string[]> {
    if (delegationId === null || category === null) return [];
    const seeker = { id, delegationId, category };
    if (decision === 'accredit') {
      await this.places.admit(transaction, seeker);
      return [];
    }
    if (decision === 'waitlist') return this.places.putBack(transaction, seeker);
    return holdsPlace || isWaiting ? this.places.release(transaction, delegationId, id) : [];
  }

  async #enter(
    transaction: Transaction,
    viewer: Viewer,
    { editionId, id }: DelegateRecord,
    { decision, reason }: ReasonedDecision,
  ): Promise<void> {
    const principal = personOf(viewer);
    await transaction.query(
      `insert into accreditation_decision (edition_id, delegate_id, decision, reason, decided_by, decided_for)
       values ($1, $2, $3, $4, $5, $6)`,
      [editionId, id, decision, reason, (viewer.aide ?? principal).id, viewer.aide ? principal.id : null],
    );
  }
}

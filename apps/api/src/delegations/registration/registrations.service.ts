import { Injectable } from '@nestjs/common';
import type { FirmToRepresent, submitRegistration } from '@forum/contract/delegations/registration';
import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import type { RouteInput } from '@forum/contract/route';
import { type Accreditation, edit, submit, withdraw } from '@forum/domain/accreditation/accreditation';
import { type VettedField, vettedAmong } from '@forum/domain/accreditation/vetted-fields';
import { DomainError } from '@forum/domain/errors';
import { requireWithinAide } from '@forum/domain/identity/aide';
import { Database, type Transaction } from '../../database/database.ts';
import { requireEditionPhase } from '../../editions/edition-phase.repository.ts';
import { editionOf, personOf, type Viewer } from '../../http/viewer.ts';
import type { DelegateRecord } from '../delegates/delegate-record.ts';
import type { DelegateNewsKind } from '../delegates/delegate-news.ts';
import { DelegateSteps } from '../delegates/delegate-steps.ts';
import { DelegatesRepository } from '../delegates/delegates.repository.ts';
import { RepresentationRepository } from '../representation/representation.repository.ts';
import { SeatsService } from '../places/seats.service.ts';
import { requireEligible } from './eligibility.repository.ts';
import { firmOfForm } from './firm-of-form.repository.ts';
import {
  changedFields,
  keptName,
  type RegisteredForm,
  requireNoStrayFirm,
  valuesOf,
} from './registration-form.ts';
import { type OwnRegistration, RegistrationRepository } from './registration.repository.ts';
import { requireVersion } from '../../http/require-version.ts';

/** People register themselves, change what they said, and withdraw. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly delegates: DelegatesRepository,
    private readonly forms: RegistrationRepository,
    private readonly seats: SeatsService,
    private readonly steps: DelegateSteps,
    private readonly standings: RepresentationRepository,
  ) {}

  read(viewer: Viewer): Promise<OwnRegistration | null> {
    return this.forms.own(this.database.reader, editionOf(viewer).id, personOf(viewer).id);
  }

  firmsNamed(viewer: Viewer, typed: string): Promise<FirmToRepresent[]> {
    return this.forms.firmsNamed(this.database.reader, editionOf(viewer).id, typed);
  }

  /** Submits a registration, or changes one; who changes a vetted field is vetted again. */
  submit(
    viewer: Viewer,
    { form, version }: RouteInput<typeof submitRegistration>['body'],
  ): Promise<OwnRegistration> {
    requireNoStrayFirm(form);
    return this.#write(viewer, async (transaction, editionId, personId) => {
      const before = await this.delegates.lockOrBegin(transaction, editionId, personId);
      if (version !== undefined) {
        requireVersion({ thing: 'Your registration', current: before.version, seen: version });
      }
      const known = await this.forms.form(transaction, before.id);
      const next = await asRegistered(transaction, before, form);
      const isBegun = !['draft', 'withdrawn'].includes(before.accreditation.state);
      const vetted = isBegun && known ? vettedAmong(changedFields(known, next)) : [];
      if (viewer.aide) requireWithinAide(before.accreditation.state, vetted);
      if (!isBegun || vetted.length > 0) {
        await requireEditionPhase(transaction, editionId, 'register');
      }
      if (needsEligibility(isBegun, vetted, next)) await requireEligible(transaction, editionId, next);
      const now = new Date().toISOString();
      const asked = isBegun ? edit(before.accreditation, vetted, now) : submit(before.accreditation, now);
      const seat = await this.seats.seat(transaction, before, next, asked);
      await this.forms.saveForm(transaction, before.id, next);
      await this.standings.leaveOthers(transaction, before.id, next.firmId);
      await this.steps.keep(transaction, viewer, before, {
        ...seat,
        changedFields: isBegun ? changedSinceDecision(before, vetted) : [],
        news: newsOf(isBegun ? before.accreditation : null, seat.accreditation),
        leavesFirm: isBegun && vetted.includes('firmId'),
        ...(known ? { detail: { before: valuesOf(known, vetted), after: valuesOf(next, vetted) } } : {}),
      });
    });
  }

  /** Gives up what was registered; the place goes to the next on the waiting list. */
  withdraw(viewer: Viewer): Promise<OwnRegistration> {
    return this.#write(viewer, async (transaction, editionId, personId) => {
      await requireEditionPhase(transaction, editionId, 'register');
      const before = await this.delegates.lockOfPerson(transaction, editionId, personId);
      if (!before)
        throw new DomainError('not_found', {}, 'You have not begun a registration in this edition.');
      await this.steps.keep(transaction, viewer, before, {
        accreditation: withdraw(before.accreditation),
        changedFields: [],
        promoted: await this.seats.leave(transaction, before),
        news: before.accreditation.submittedAt ? 'withdrawn' : null,
      });
    });
  }

  async #write(
    viewer: Viewer,
    write: (transaction: Transaction, editionId: string, personId: string) => Promise<void>,
  ): Promise<OwnRegistration> {
    const edition = editionOf(viewer);
    const person = personOf(viewer);
    return this.database.write(async (transaction) => {
      await write(transaction, edition.id, person.id);
      const own = await this.forms.own(transaction, edition.id, person.id);
      if (!own) throw new Error('a registration was not stored');
      return own;
    });
  }
}

async function asRegistered(
  transaction: Transaction,
  { editionId, delegationId }: DelegateRecord,
  form: RegistrationForm,
): Promise<RegisteredForm & { name: ReturnType<typeof keptName> }> {
  const firmId = await firmOfForm(transaction, editionId, form, delegationId);
  return { ...form, name: keptName(form.name), firmId, delegationId };
}

/** Whom the host has named, by a delegation or as a firm, is not asked where they come from. */
const needsEligibility = (isBegun: boolean, vetted: readonly VettedField[], form: RegisteredForm) =>
  form.delegationId === null &&
  form.firmId === null &&
  (!isBegun || vetted.some((field) => ['country', 'category', 'organisation', 'firmId'].includes(field)));

/** Before the first decision everything is new to the officers, so nothing is marked. */
const changedSinceDecision = (
  { accreditation, changedFields: marked }: DelegateRecord,
  vetted: readonly string[],
) =>
  accreditation.state === 'accredited' || marked.length > 0 ? [...new Set([...marked, ...vetted])] : marked;

/** What is new once a form was sent: that it has arrived, and whenever a change of it gives a place or costs it. */
function newsOf(before: Accreditation | null, { state }: Accreditation): DelegateNewsKind | null {
  if (before?.state === state) return null;
  if (state === 'waitlisted') return 'waitlisted';
  if (before === null) return 'received';
  return before.state === 'waitlisted' ? 'promoted' : null;
}

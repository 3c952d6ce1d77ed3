import { Injectable } from '@nestjs/common';
import { type Accreditation, promote, waitlist } from '@forum/domain/accreditation/accreditation';
import { DomainError } from '@forum/domain/errors';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import type { Transaction } from '../../database/database.ts';
import type { DelegateRecord } from '../delegates/delegate-record.ts';
import { PlacesService } from './places.service.ts';

/** How a registration stands once places were looked at. */
export interface Seat {
  accreditation: Accreditation;
  promoted: readonly string[];
}

/** What a registration in a delegation means for its places. Without a delegation there are none to give. */
@Injectable()
export class SeatsService {
  constructor(private readonly places: PlacesService) {}

  /**
   * Finds a place for who asks to be vetted, or the waiting list. A change never costs somebody the place they hold: when
   * the new category is full they keep the old one and are told.
   *
   * @throws DomainError `delegation.full`
   */
  async seat(
    transaction: Transaction,
    before: DelegateRecord,
    wanted: { delegationId: string | null; category: DelegateCategory },
    asked: Accreditation,
  ): Promise<Seat> {
    const { delegationId, category } = wanted;
    const isSame = delegationId === before.delegationId && category === before.category;
    const isSettled = (before.holdsPlace || before.isWaiting) && isSame;
    if (isSettled || !['submitted', 'waitlisted'].includes(asked.state)) {
      return { accreditation: asked, promoted: [] };
    }
    const promoted = await this.leave(transaction, before);
    if (delegationId === null) return { accreditation: asked, promoted };
    const position = await this.places.take(transaction, { id: before.id, delegationId, category });
    if (position > 0 && before.holdsPlace) throw fullFor(category);
    return { accreditation: standingAt(position, asked), promoted };
  }

  /** Gives up a place, or a position on the waiting list. Returns who has moved up by it. */
  async leave(transaction: Transaction, { id, delegationId, holdsPlace, isWaiting }: DelegateRecord) {
    if (delegationId === null || !(holdsPlace || isWaiting)) return [];
    return this.places.release(transaction, delegationId, id);
  }
}

/** Nobody has decided on who merely waits for a place, so no decision is dated. */
function standingAt(position: number, asked: Accreditation): Accreditation {
  if (position === 0) return asked.state === 'waitlisted' ? promote(asked) : asked;
  if (asked.state === 'waitlisted') return { ...asked, decidedAt: null };
  return { ...waitlist(asked, asked.submittedAt ?? ''), decidedAt: null };
}

const fullFor = (category: DelegateCategory) =>
  new DomainError(
    'delegation.full',
    { category },
    `The delegation has no free place of category ${category}; you keep the place that you have.`,
  );

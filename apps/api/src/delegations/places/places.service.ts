import { Injectable } from '@nestjs/common';
import {
  type DelegationPlaces,
  freePlaces,
  type PlaceEntry,
  promoteWaiting,
  releasePlace,
  setPlaces,
  takePlace,
} from '@forum/domain/accreditation/places';
import { DomainError } from '@forum/domain/errors';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import type { Transaction } from '../../database/database.ts';
import { PlacesRepository } from './places.repository.ts';

/** A delegate of a delegation in the category that they ask a place of. */
export interface Seeker {
  id: string;
  delegationId: string;
  category: DelegateCategory;
}

/**
 * Gives places and takes them back, one transaction at a time for each delegation; the pure rule decides, and a
 * conditional update stands behind it, so that a place is never given twice.
 */
@Injectable()
export class PlacesService {
  constructor(private readonly places: PlacesRepository) {}

  /** Gives a place, or the end of the waiting list. Returns the position on it, from 1; 0 with a place. */
  async take(transaction: Transaction, seeker: Seeker): Promise<number> {
    const before = await this.#read(transaction, seeker.delegationId);
    const { delegation, position } = takePlace(before, entryOf(seeker));
    await this.#keep(transaction, seeker.delegationId, before, delegation);
    return position;
  }

  /**
   * Gives a free place at once, past whoever waits: an officer's decision.
   *
   * @throws DomainError `delegation.full`
   */
  async admit(transaction: Transaction, seeker: Seeker): Promise<void> {
    const before = await this.#read(transaction, seeker.delegationId);
    const entry = entryOf(seeker);
    if (before.holders.some((holder) => holder.delegateId === seeker.id)) return;
    if (freePlaces(before, seeker.category) <= 0) throw full(seeker.category);
    const waiting = before.waiting.filter((other) => other.delegateId !== seeker.id);
    await this.#keep(transaction, seeker.delegationId, before, {
      ...before,
      holders: [...before.holders, entry],
      waiting,
    });
  }

  /** Takes a place back, or a position on the waiting list. Returns who has moved up by it. */
  async release(
    transaction: Transaction,
    delegationId: string,
    delegateId: string,
  ): Promise<readonly string[]> {
    const before = await this.#read(transaction, delegationId);
    const { delegation, promoted } = releasePlace(before, delegateId);
    await this.#keep(transaction, delegationId, before, delegation);
    return promoted;
  }

  /** Takes a place back and holds its holder back on the waiting list. Returns who has moved up by it. */
  async putBack(transaction: Transaction, seeker: Seeker): Promise<readonly string[]> {
    const before = await this.#read(transaction, seeker.delegationId);
    const { delegation, promoted } = releasePlace(before, seeker.id);
    const waiting = [...delegation.waiting, { ...entryOf(seeker), heldBack: true }];
    await this.#keep(transaction, seeker.delegationId, before, { ...delegation, waiting });
    return promoted;
  }

  /** Sets how many places there are; a category that is not named has none. Returns who has moved up by it. */
  async set(
    transaction: Transaction,
    delegationId: string,
    wanted: Partial<Record<DelegateCategory, number>>,
  ): Promise<readonly string[]> {
    const before = await this.#read(transaction, delegationId);
    const categories = new Set(Object.keys({ ...before.places, ...wanted }) as DelegateCategory[]);
    let after = before;
    const promoted: string[] = [];
    for (const category of categories) {
      const step = setPlaces(after, category, wanted[category] ?? 0);
      await this.places.setPlaces(transaction, delegationId, category, wanted[category] ?? 0);
      after = step.delegation;
      promoted.push(...step.promoted);
    }
    await this.#keep(transaction, delegationId, before, after);
    return promoted;
  }

  /** Gives free places to those who wait: they could not be vetted before. Returns who has moved up. */
  async fillUp(transaction: Transaction, delegationId: string): Promise<readonly string[]> {
    const before = await this.#read(transaction, delegationId);
    const { delegation, promoted } = promoteWaiting(before);
    await this.#keep(transaction, delegationId, before, delegation);
    return promoted;
  }

  async #read(transaction: Transaction, delegationId: string): Promise<DelegationPlaces> {
    await this.places.lock(transaction, delegationId);
    return this.places.read(transaction, delegationId);
  }

  async #keep(
    transaction: Transaction,
    delegationId: string,
    before: DelegationPlaces,
    after: DelegationPlaces,
  ): Promise<void> {
    const left = without(before.holders, after.holders);
    for (const { category } of left) await this.places.vacate(transaction, delegationId, category);
    const came = without(after.holders, before.holders);
    for (const { category } of came) {
      if (!(await this.places.fill(transaction, delegationId, category))) throw full(category);
    }
    const queued = without(after.waiting, before.waiting);
    for (const { category } of queued) {
      const places = after.places[category] ?? 0;
      await this.places.setPlaces(transaction, delegationId, category, places);
    }
    const gone = without([...before.holders, ...before.waiting], [...after.holders, ...after.waiting]);
    await this.places.mark(transaction, ids(gone), 'neither');
    await this.places.mark(transaction, ids(came), 'holding');
    await this.places.mark(transaction, ids(queued), 'waiting');
  }
}

const entryOf = ({ id, category }: Seeker): PlaceEntry => ({ delegateId: id, category });

const ids = (entries: readonly PlaceEntry[]) => entries.map((entry) => entry.delegateId);

const without = (entries: readonly PlaceEntry[], others: readonly PlaceEntry[]) => {
  const known = new Set(ids(others));
  return entries.filter((entry) => !known.has(entry.delegateId));
};

const full = (category: DelegateCategory) =>
  new DomainError(
    'delegation.full',
    { category },
    `The delegation has no free place of category ${category}. Ask its head or the organisers for more places.`,
  );

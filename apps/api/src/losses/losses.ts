import { Injectable } from '@nestjs/common';
import type { PhaseName } from '@forum/domain/editions/phase';
import type { Transaction, SqlReader } from '../database/database.ts';
import type { Author } from '../live/changes.ts';
import type { FoundMeeting } from './touched.ts';

/** What is lost, or comes back, under what was agreed; the whole table of effects is `@forum/domain/losses`. */
export interface LossData {
  /** Delegates who can no longer come for the firm whose meetings they have. */
  representatives: { editionId: string; delegateIds: readonly string[] };
  /** Firms that no longer take part. */
  firms: { editionId: string; firmIds: readonly string[] };
  /** Teams of a firm that were dissolved, or have nobody left who represents the firm. */
  teams: { editionId: string; firmId: string };
  /** An edition that goes to another phase. */
  phase: { editionId: string; from: PhaseName; to: PhaseName };
}

/** What can be lost. */
export type LossKind = keyof LossData;

/** What one subject does when something is lost that its own data depends on. */
export interface LossEffect<Kind extends LossKind> {
  /** Settles what depended on it, in the transaction of the loss. */
  settle(transaction: Transaction, author: Author, lost: LossData[Kind]): Promise<void>;
  /** The meetings that would be touched, before anything is done. */
  foresee?(reader: SqlReader, lost: LossData[Kind]): Promise<FoundMeeting[]>;
}

/**
 * Hands losses upwards: whoever takes something away says so in the same transaction, and every subject whose data
 * depends on it settles that there, so that nothing which was agreed is left without what it rests on.
 */
@Injectable()
export class Losses {
  readonly #effects = new Map<LossKind, LossEffect<LossKind>[]>();

  /** Says what follows from a kind of loss; before the start. */
  on<Kind extends LossKind>(kind: Kind, effect: LossEffect<Kind>): void {
    const known = this.#effects.get(kind) ?? [];
    this.#effects.set(kind, [...known, effect as unknown as LossEffect<LossKind>]);
  }

  async settle<Kind extends LossKind>(
    transaction: Transaction,
    author: Author,
    kind: Kind,
    lost: LossData[Kind],
  ): Promise<void> {
    for (const effect of this.#effects.get(kind) ?? []) await effect.settle(transaction, author, lost);
  }

  /** The meetings that a loss would touch, each once, soonest first. */
  async foresee<Kind extends LossKind>(
    reader: SqlReader,
    kind: Kind,
    lost: LossData[Kind],
  ): Promise<FoundMeeting[]> {
    const found: FoundMeeting[] = [];
    for (const effect of this.#effects.get(kind) ?? [])
      found.push(...((await effect.foresee?.(reader, lost)) ?? []));
    return found;
  }
}

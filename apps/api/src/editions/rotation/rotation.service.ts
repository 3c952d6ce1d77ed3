import { Injectable } from '@nestjs/common';
import type { Capital } from '@forum/contract/editions/capitals';
import type { frontPage } from '@forum/contract/editions/front-page';
import type { RingYear, setHost, swapHosts } from '@forum/contract/editions/rotation';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { proposeHosts, setHost as fixHost, swapHosts as swap } from '@forum/domain/editions/rotation';
import { DomainError } from '@forum/domain/errors';
import { In } from 'typeorm';
import { Config } from '../../config.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { EditionsRepository } from '../editions.repository.ts';
import { RotationChoiceEntity } from '../entities/rotation-choice.entity.ts';
import { type HostChoice, type RotationFacts, publicRingOf, ringOf, rotationInput } from './ring.ts';
import { findChosen, readChoices } from './rotation.repository.ts';
import { lock } from '../../database/locks.ts';

const mostYearsAhead = 10;

/** Which capital hosts which year: what was, what is prepared, what was chosen by hand, and what the rule proposes. */
@Injectable()
export class RotationService {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionsRepository,
    private readonly changes: Changes,
    private readonly config: Config,
  ) {}

  async frontPage(viewer: Viewer): Promise<RouteOutput<typeof frontPage>> {
    const facts = await this.database.snapshot((transaction) => this.#facts(transaction));
    return {
      current: facts.current,
      ring: viewer.secretariat ? ringOf(facts) : publicRingOf(facts),
      demo: this.config.demo,
      now: new Date().toISOString(),
    };
  }

  set(
    viewer: Viewer,
    year: number,
    { capitalId, reason }: RouteInput<typeof setHost>['body'],
  ): Promise<RingYear[]> {
    return this.#change(viewer, (facts) => {
      requireOpen(facts, 'params.year', year);
      if (!facts.capitals.some((capital) => capital.id === capitalId)) {
        throw new DomainError('not_found', { capitalId }, 'There is no such capital. Add it first.');
      }
      const choice = { year, capitalId, reason };
      proposeHosts(fixHost(rotationInput(facts), choice));
      return { keep: [choice], drop: [] };
    });
  }

  swap(viewer: Viewer, { first, second, reason }: RouteInput<typeof swapHosts>['body']): Promise<RingYear[]> {
    return this.#change(viewer, (facts) => {
      requireOpen(facts, 'body.first', first);
      requireOpen(facts, 'body.second', second);
      const { fixed } = swap(rotationInput(facts), [first, second], reason);
      return { keep: fixed.filter(({ year }) => year === first || year === second), drop: [] };
    });
  }

  release(viewer: Viewer, year: number): Promise<RingYear[]> {
    return this.#change(viewer, (facts) => {
      if (!facts.choices.some((choice) => choice.year === year)) {
        throw new DomainError('not_found', { year }, `The host of ${year} was not set by hand.`);
      }
      return { keep: [], drop: [year] };
    });
  }

  /**
   * Refuses an edition whose capital would host twice running, beside what is held, prepared or chosen; the caller holds
   * {@link lock}.
   */
  async requireFits(transaction: Transaction, year: number, capitalId: string): Promise<void> {
    const facts = await this.#facts(transaction);
    const input = rotationInput({
      ...facts,
      choices: facts.choices.filter((choice) => choice.year !== year),
    });
    if (year >= input.from) fixHost(input, { year, capitalId, reason: '' });
  }

  /** Refuses an edition in another capital than the one set by hand for its year, unless the sender names that one. */
  async requireAsChosen(
    transaction: Transaction,
    year: number,
    capital: Pick<Capital, 'id' | 'name'>,
    insteadOf: string | undefined,
  ): Promise<void> {
    const chosen = await findChosen(transaction, year);
    if (!chosen || chosen.id === capital.id || chosen.id === insteadOf) return;
    throw new DomainError(
      'rotation.chosen_otherwise',
      { year, chosen: chosen.name, capital: capital.name },
      `${chosen.name} was set by hand for ${year}, not ${capital.name}. Plan it there, take the choice back, or send insteadOf with its id.`,
    );
  }

  /** One change of the rotation at a time: each depends on all years. */
  async lock(transaction: Transaction): Promise<void> {
    await lock(transaction, 'rotation');
  }

  async #change(
    viewer: Viewer,
    decide: (facts: RotationFacts) => { keep: readonly HostChoice[]; drop: readonly number[] },
  ): Promise<RingYear[]> {
    return this.database.write(async (transaction) => {
      await this.lock(transaction);
      const before = await this.#facts(transaction);
      const { keep, drop } = decide(before);
      const { manager } = transaction;
      const years = [...drop, ...keep.map((choice) => choice.year)];
      await manager.delete(RotationChoiceEntity, { year: In(years) });
      const chosenBy = personOf(viewer).id;
      for (const choice of keep) await manager.insert(RotationChoiceEntity, { ...choice, chosenBy });
      const after = await this.#facts(transaction);
      if (after.current) {
        await this.changes.record(transaction, viewer, {
          editionId: after.current.id,
          streams: ['public'],
          type: 'edition.changed',
          entityId: after.current.id,
          version: after.current.version,
          detail: { before: before.choices, after: after.choices },
        });
      }
      return ringOf(after);
    });
  }

  async #facts(transaction: Transaction): Promise<RotationFacts> {
    return {
      capitals: await this.editions.capitals(transaction),
      editions: await this.editions.list(transaction),
      current: await this.editions.current(transaction),
      choices: await readChoices(transaction),
      thisYear: new Date().getUTCFullYear(),
    };
  }
}

/** A host can be chosen for a coming year that no edition holds yet. */
function requireOpen(facts: RotationFacts, path: string, year: number): void {
  const { from } = rotationInput(facts);
  if (year < from || year >= from + mostYearsAhead) {
    throw refuseField(path, year, `choose a year from ${from} to ${from + mostYearsAhead - 1}`);
  }
  const edition = facts.editions.find((one) => one.year === year);
  if (edition)
    throw refuseField(path, year, `${edition.slug} is prepared for that year already; choose another year`);
}

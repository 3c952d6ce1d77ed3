import { Injectable } from '@nestjs/common';
import type { PlanEffect } from '@forum/contract/matchmaking/planning/publication';
import { controlEntriesIn } from '@forum/domain/export-control/control-entries';
import { topicOf, topicsOf } from '@forum/domain/matchmaking/topic-of';
import { topicOfWishes } from '@forum/domain/meetings/topic';
import type { Plan } from '@forum/planner/plan/plan-result';
import type { Transaction } from '../../../database/database.ts';
import type { PlannedTopic } from '../../../meetings/planned/planned-meetings.ts';
import { type OpenRequest, openRequestsOf } from '../../../meetings/planned/requests-of-pairs.repository.ts';
import { CapabilitiesService } from '../../capabilities/capabilities.service.ts';
import { effectOf } from './plan-effect.ts';
import { PlanFactsRepository } from '../facts/plan-facts.repository.ts';
import type { PlanInput } from '../facts/plan-input.ts';
import { type MadeOfPlan, meetingsOfPlan } from './plan-meetings.ts';
import { type KeptRun, PlanRunsRepository } from '../runs/plan-runs.repository.ts';
import { Representatives } from './representatives.ts';

/** What a publication makes of a plan at this moment, whether it is done or only looked at. */
export interface Making {
  made: MadeOfPlan;
  /** Open requests of the pairs that get a meeting. */
  requests: OpenRequest[];
  effect: PlanEffect;
  /** When another plan of the hall was published that this one does not know of. */
  overtakenAt: string | null;
}

/** Reads the edition as it is and says what publishing a plan makes of it: the preview and the publication ask the same. */
@Injectable()
export class PlanMakingService {
  constructor(
    private readonly facts: PlanFactsRepository,
    private readonly runs: PlanRunsRepository,
    private readonly representatives: Representatives,
    private readonly capabilities: CapabilitiesService,
  ) {}

  async of(
    transaction: Transaction,
    editionId: string,
    { run, plan, now }: { run: KeptRun; plan: Plan; now: string },
  ): Promise<Making> {
    const { input } = run;
    const firms = await this.facts.firms(transaction, editionId);
    const edition = {
      now,
      hall: await this.representatives.hall(transaction, editionId, input),
      standing: await this.facts.standing(transaction, editionId, now),
      mayMeet: await this.facts.policy(transaction, editionId, firms),
      topicOf: await this.#topics(transaction, editionId, input),
    };
    const made = meetingsOfPlan(input, plan, edition);
    const requests = await openRequestsOf(
      transaction,
      editionId,
      made.make.map(({ fromFirmId, toFirmId }) => [fromFirmId, toFirmId]),
    );
    const last = await this.runs.lastPublished(transaction, editionId, run.hall.id);
    const { follows } = await this.runs.behind(transaction, run.id);
    return {
      made,
      requests,
      effect: effectOf(input, made, edition, requests.length),
      overtakenAt: last && last.id !== follows ? last.at : null,
    };
  }

  /** What each pair would talk about, by the names of the edition's list, and which control lists that touches. */
  async #topics(
    transaction: Transaction,
    editionId: string,
    { facts }: PlanInput,
  ): Promise<(a: string, b: string) => PlannedTopic> {
    const firmIds = facts.firms.map(({ id }) => id);
    const profiles = await this.facts.profiles(transaction, editionId, firmIds);
    const taxonomy = await this.capabilities.taxonomy(transaction, editionId);
    return (a, b) => {
      const [one, other] = [profiles.get(a), profiles.get(b)];
      const code = one && other ? topicOf(one, other) : null;
      const title = code === null ? null : taxonomy.byCode.get(code)?.title;
      const shared = one && other ? topicsOf(one, other) : [];
      return {
        ...(title ? { topic: title.en, topicKo: title.ko } : topicOfWishes),
        controlEntries: controlEntriesIn(shared),
      };
    };
  }
}

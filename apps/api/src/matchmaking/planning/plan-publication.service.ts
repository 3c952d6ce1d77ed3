import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/planning';
import { DomainError } from '@forum/domain/errors';
import { topicOf } from '@forum/domain/matchmaking/topic-of';
import { taxonomyOf, usualCapabilities } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { firmByTeam, instanceOfEdition } from '@forum/planner/edition/instance-of-edition';
import { type RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../../database/database.ts';
import { requireEditionPhase } from '../../editions/require-edition-phase.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import {
  type MeetingToMake,
  type MeetingToMove,
  PlannedMeetingsService,
} from '../../meetings/planned-meetings.service.ts';
import { Representatives } from './representatives.ts';
import { planOf, tablesOf } from './plan-detail.ts';
import { PlanFactsRepository } from './plan-facts.repository.ts';
import { type PlanInput } from './plan-input.ts';
import { type KeptRun, PlanRunsRepository } from './plan-runs.repository.ts';
import { noSuchRun, PlanRuns } from './plan-runs.service.ts';

type Published = RouteOutput<typeof contract.publishPlanRun>;

/** What a publication makes of the meetings of a plan. */
interface Made {
  make: MeetingToMake[];
  move: MeetingToMove[];
  cancel: string[];
  refused: Published['refused'];
}

/** Turns a plan into meetings: people and tables booked, everybody told once. */
@Injectable()
export class PlanPublication {
  constructor(
    private readonly database: Database,
    private readonly runs: PlanRunsRepository,
    private readonly planRuns: PlanRuns,
    private readonly facts: PlanFactsRepository,
    private readonly representatives: Representatives,
    private readonly meetings: PlannedMeetingsService,
    private readonly changes: Changes,
  ) {}

  async publish(viewer: Admitted, id: string, version: number): Promise<Published> {
    const edition = editionOf(viewer);
    const made = await this.database.write(async (transaction) => {
      await requireEditionPhase(transaction, edition.id, 'answer-meeting');
      const run = await this.runs.whole(edition.id, id, transaction, true);
      if (!run) throw noSuchRun(id);
      requirePublishable(run, version);
      const now = new Date().toISOString();
      const result = await this.#made(transaction, edition.id, run);
      await this.meetings.publish(transaction, viewer, edition.id, {
        runId: id,
        requestedBy: personOf(viewer).id,
        now,
        make: result.make,
        move: result.move,
        cancel: result.cancel,
        close: run.input.closed.map(({ tableId, from, until }) => ({
          tableId,
          during: { start: from, end: until },
        })),
      });
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: ['staff:organiser'],
        type: 'plan.changed',
        entityId: id,
        version: await this.runs.published(transaction, id),
      });
      return result;
    });
    return {
      run: await this.planRuns.read(viewer, id),
      made: made.make.length,
      moved: made.move.length,
      cancelled: made.cancel.length,
      refused: made.refused,
    };
  }

  async #made(transaction: Transaction, editionId: string, run: KeptRun): Promise<Made> {
    const { input } = run;
    const plan = planOf(run);
    const instance = instanceOfEdition(input.facts);
    const stands = new Map(input.standing.map((one) => [one.meetingId, one]));
    const tables = plan ? tablesOf(input, instance, plan) : new Map<string, string>();
    const touched = instance.meetings.flatMap(({ id }, row) => {
      const [at, placement] = [stands.get(id), plan?.placements[row]];
      return at && (at.slot !== placement?.slot || at.table !== tables.get(id)) ? [id] : [];
    });
    const hall = await this.representatives.ready(transaction, editionId, input, [
      ...touched,
      ...input.ended,
    ]);
    const names = new Map(input.firms.map((firm) => [firm.id, firm.name]));
    const firms = await this.facts.firms(transaction, editionId);
    const mayMeet = await this.facts.policy(transaction, editionId, firms);
    const topics = await this.#topics(transaction, editionId, input);
    const firmOf = firmByTeam(input.facts);
    const made: Made = { make: [], move: [], cancel: [...input.ended], refused: [] };
    for (const [row, meeting] of instance.meetings.entries()) {
      const [at, placement, tableId] = [
        stands.get(meeting.id),
        plan?.placements[row] ?? null,
        tables.get(meeting.id) ?? null,
      ];
      if (at && !touched.includes(meeting.id)) continue;
      if (!placement || !tableId) {
        if (at) made.cancel.push(meeting.id);
        continue;
      }
      const [a, b] = [firmOf.get(meeting.firms[0]) ?? '', firmOf.get(meeting.firms[1]) ?? ''];
      const teams = at?.teams ?? placement.teams;
      const isBarred = !at && !mayMeet(a, b);
      const chosen = isBarred
        ? { reason: 'barred' }
        : hall.choose({ meetingId: at ? meeting.id : null, teams, slot: placement.slot, tableId });
      const slot = input.slots[placement.slot]!;
      if ('reason' in chosen) {
        made.refused.push({ firms: [names.get(a) ?? a, names.get(b) ?? b], reason: chosen.reason });
      } else if (at) {
        const [from, to] = [chosen.from, chosen.to].map((side) => side.map(({ delegateId }) => delegateId));
        made.move.push({ id: meeting.id, slot, tableId, from: from!, to: to! });
      } else {
        const [fromTeamId, toTeamId] = teams;
        const sides = { fromTeamId, toTeamId, fromFirmId: a, toFirmId: b, from: chosen.from, to: chosen.to };
        made.make.push({ ...sides, topic: topics(a, b), slot, tableId });
      }
    }
    return made;
  }

  /** What each pair would talk about, by the names of the shipped list. */
  async #topics(
    transaction: Transaction,
    editionId: string,
    { facts }: PlanInput,
  ): Promise<(a: string, b: string) => string> {
    const firmIds = facts.firms.map(({ id }) => id);
    const profiles = await this.facts.profiles(transaction, editionId, firmIds);
    const taxonomy = taxonomyOf(usualCapabilities);
    return (a, b) => {
      const [one, other] = [profiles.get(a), profiles.get(b)];
      const code = one && other ? topicOf(one, other) : null;
      return (code && taxonomy.byCode.get(code)?.title.en) || 'Planned by the secretariat from your wishes';
    };
  }
}

function requirePublishable(run: KeptRun, version: number): void {
  if (run.version !== version) {
    throw new DomainError(
      'version.stale',
      { current: run.version },
      `The run is at version ${run.version}, you have seen ${version}. Look at it again, then publish.`,
    );
  }
  if (run.state !== 'done' || run.publishedAt !== null || !planOf(run)) {
    throw new DomainError(
      'plan.not_ready',
      { state: run.state, publishedAt: run.publishedAt },
      run.publishedAt
        ? 'This plan is published already. Make a repair, or another plan for what is still wished.'
        : 'This run has no plan to publish. Start another.',
    );
  }
}

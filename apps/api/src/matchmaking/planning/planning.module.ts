import { Module } from '@nestjs/common';
import { MeetingsModule } from '../../meetings/meetings.module.ts';
import { MatchmakingModule } from '../matchmaking.module.ts';
import { PlanAbsences } from './plan-absences.service.ts';
import { PlanFacts } from './plan-facts.ts';
import { PlanFactsRepository } from './plan-facts.repository.ts';
import { PlanMaking } from './plan-making.service.ts';
import { PlanPins } from './plan-pins.service.ts';
import { PlanPublication } from './plan-publication.service.ts';
import { PlanRunsRepository } from './plan-runs.repository.ts';
import { PlanRuns } from './plan-runs.service.ts';
import { PlanningController } from './planning.controller.ts';
import { Representatives } from './representatives.ts';

@Module({
  imports: [MatchmakingModule, MeetingsModule],
  controllers: [PlanningController],
  providers: [
    PlanAbsences,
    PlanFacts,
    PlanFactsRepository,
    PlanMaking,
    PlanPins,
    PlanPublication,
    PlanRuns,
    PlanRunsRepository,
    Representatives,
  ],
})
export class PlanningModule {}

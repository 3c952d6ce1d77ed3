import { Module } from '@nestjs/common';
import { MeetingsModule } from '../../meetings/meetings.module.ts';
import { MatchmakingModule } from '../matchmaking.module.ts';
import { PlanAbsencesService } from './plan-absences.service.ts';
import { PlanFacts } from './plan-facts.ts';
import { PlanFactsRepository } from './plan-facts.repository.ts';
import { PlanMakingService } from './plan-making.service.ts';
import { PlanPinsService } from './plan-pins.service.ts';
import { PlanPublicationService } from './plan-publication.service.ts';
import { PlanRunsRepository } from './plan-runs.repository.ts';
import { PlanRunsService } from './plan-runs.service.ts';
import { PlanningController } from './planning.controller.ts';
import { Representatives } from './representatives.ts';

@Module({
  imports: [MatchmakingModule, MeetingsModule],
  controllers: [PlanningController],
  providers: [
    PlanAbsencesService,
    PlanFacts,
    PlanFactsRepository,
    PlanMakingService,
    PlanPinsService,
    PlanPublicationService,
    PlanRunsService,
    PlanRunsRepository,
    Representatives,
  ],
})
export class PlanningModule {}

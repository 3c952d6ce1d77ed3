import { Module } from '@nestjs/common';
import { MeetingsModule } from '../../meetings/meetings.module.ts';
import { MatchmakingModule } from '../matchmaking.module.ts';
import { PlanAbsencesService } from './runs/plan-absences.service.ts';
import { PlanFactsLoader } from './facts/plan-facts.ts';
import { PlanFactsRepository } from './facts/plan-facts.repository.ts';
import { PlanMakingService } from './publication/plan-making.service.ts';
import { PlanPinsService } from './runs/plan-pins.service.ts';
import { PlanPublicationService } from './publication/plan-publication.service.ts';
import { PlanRunsRepository } from './runs/plan-runs.repository.ts';
import { PlanRunsService } from './runs/plan-runs.service.ts';
import { PlanningController } from './planning.controller.ts';
import { Representatives } from './publication/representatives.ts';

@Module({
  imports: [MatchmakingModule, MeetingsModule],
  controllers: [PlanningController],
  providers: [
    PlanAbsencesService,
    PlanFactsLoader,
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

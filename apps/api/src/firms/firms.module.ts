import { Module } from '@nestjs/common';
import { FirmChanges } from './firm-changes.ts';
import { FirmListingsService } from './firm-listings.service.ts';
import { FirmRemovals } from './firm-removals.ts';
import { FirmsController } from './firms.controller.ts';
import { FirmsRepository } from './firms.repository.ts';
import { FirmsService } from './firms.service.ts';
import { FirmImportsController } from './imports/firm-imports.controller.ts';
import { FirmImportsRepository } from './imports/firm-imports.repository.ts';
import { FirmImportsService } from './imports/firm-imports.service.ts';
import { TeamsService } from './teams/teams.service.ts';

@Module({
  // Imports first: `/firms/imports` is no firm.
  controllers: [FirmImportsController, FirmsController],
  providers: [
    FirmChanges,
    FirmImportsService,
    FirmImportsRepository,
    FirmListingsService,
    FirmRemovals,
    FirmsService,
    FirmsRepository,
    TeamsService,
  ],
  exports: [FirmsRepository],
})
export class FirmsModule {}

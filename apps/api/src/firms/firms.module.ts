import { Module } from '@nestjs/common';
import { FirmChanges } from './firm-changes.ts';
import { FirmListings } from './firm-listings.service.ts';
import { FirmRemovals } from './firm-removals.ts';
import { FirmsController } from './firms.controller.ts';
import { FirmsRepository } from './firms.repository.ts';
import { Firms } from './firms.service.ts';
import { FirmImportsController } from './imports/firm-imports.controller.ts';
import { FirmImportsRepository } from './imports/firm-imports.repository.ts';
import { FirmImports } from './imports/firm-imports.service.ts';
import { Teams } from './teams/teams.service.ts';

@Module({
  // Imports first: `/firms/imports` is no firm.
  controllers: [FirmImportsController, FirmsController],
  providers: [
    FirmChanges,
    FirmImports,
    FirmImportsRepository,
    FirmListings,
    FirmRemovals,
    Firms,
    FirmsRepository,
    Teams,
  ],
  exports: [FirmsRepository],
})
export class FirmsModule {}

import { Module } from '@nestjs/common';
import { ImportChanges } from './imports/import-changes.ts';
import { ProgrammeImportsController } from './imports/programme-imports.controller.ts';
import { ProgrammeImportsRepository } from './imports/programme-imports.repository.ts';
import { ProgrammeImportsService } from './imports/programme-imports.service.ts';
import { ClearancesService } from './people/clearances.service.ts';
import { SessionPeopleChanges } from './people/session-people-changes.ts';
import { SessionPeopleController } from './people/session-people.controller.ts';
import { SessionPeopleRepository } from './people/session-people.repository.ts';
import { SpeakersService } from './people/speakers.service.ts';
import { ProgrammeController } from './programme.controller.ts';
import { ProgrammeDocuments } from './programme-documents.ts';
import { ProgrammeRepository } from './programme.repository.ts';
import { Impact } from './sessions/impact.ts';
import { RoomsService } from './sessions/rooms.service.ts';
import { SessionChanges } from './sessions/session-changes.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { SessionsRepository } from './sessions/sessions.repository.ts';
import { SessionsService } from './sessions/sessions.service.ts';
import { StarsController } from './stars/stars.controller.ts';
import { StarsService } from './stars/stars.service.ts';

@Module({
  controllers: [
    ProgrammeController,
    SessionsController,
    SessionPeopleController,
    StarsController,
    ProgrammeImportsController,
  ],
  providers: [
    ClearancesService,
    Impact,
    ImportChanges,
    ProgrammeDocuments,
    ProgrammeImportsService,
    ProgrammeImportsRepository,
    ProgrammeRepository,
    RoomsService,
    SessionPeopleChanges,
    SessionPeopleRepository,
    SessionChanges,
    SessionsService,
    SessionsRepository,
    SpeakersService,
    StarsService,
  ],
})
export class ProgrammeModule {}

import { Module } from '@nestjs/common';
import { ImportChanges } from './imports/import-changes.ts';
import { ProgrammeImportsController } from './imports/programme-imports.controller.ts';
import { ProgrammeImportsRepository } from './imports/programme-imports.repository.ts';
import { ProgrammeImports } from './imports/programme-imports.service.ts';
import { Clearances } from './people/clearances.service.ts';
import { SessionPeopleChanges } from './people/session-people-changes.ts';
import { SessionPeopleController } from './people/session-people.controller.ts';
import { SessionPeopleRepository } from './people/session-people.repository.ts';
import { Speakers } from './people/speakers.service.ts';
import { ProgrammeController } from './programme.controller.ts';
import { ProgrammeDocuments } from './programme-documents.ts';
import { ProgrammeRepository } from './programme.repository.ts';
import { Impact } from './sessions/impact.ts';
import { Rooms } from './sessions/rooms.service.ts';
import { SessionChanges } from './sessions/session-changes.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { SessionsRepository } from './sessions/sessions.repository.ts';
import { Sessions } from './sessions/sessions.service.ts';
import { StarsController } from './stars/stars.controller.ts';
import { Stars } from './stars/stars.service.ts';

@Module({
  controllers: [
    ProgrammeController,
    SessionsController,
    SessionPeopleController,
    StarsController,
    ProgrammeImportsController,
  ],
  providers: [
    Clearances,
    Impact,
    ImportChanges,
    ProgrammeDocuments,
    ProgrammeImports,
    ProgrammeImportsRepository,
    ProgrammeRepository,
    Rooms,
    SessionPeopleChanges,
    SessionPeopleRepository,
    SessionChanges,
    Sessions,
    SessionsRepository,
    Speakers,
    Stars,
  ],
})
export class ProgrammeModule {}

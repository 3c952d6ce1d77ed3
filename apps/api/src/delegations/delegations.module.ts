import { Module } from '@nestjs/common';
import { AccreditationController } from './accreditation/accreditation.controller.ts';
import { Accreditations } from './accreditation/accreditation.service.ts';
import { FirstRepresentatives } from './accreditation/first-representatives.ts';
import { DelegateLists } from './accreditation/delegate-lists.repository.ts';
import { NeedsRepository } from './accreditation/needs.repository.ts';
import { AidesOfDelegatesController } from './aides/aides-of-delegates.controller.ts';
import { AidesOfDelegates } from './aides/aides-of-delegates.service.ts';
import { DaySheetController } from './day-sheet/day-sheet.controller.ts';
import { DaySheetPrinter } from './day-sheet/day-sheet-printer.ts';
import { DaySheets } from './day-sheet/day-sheet.repository.ts';
import { DelegateNews } from './delegates/delegate-news.ts';
import { DelegateSteps } from './delegates/delegate-steps.ts';
import { DelegatesRepository } from './delegates/delegates.repository.ts';
import { GroupsController } from './groups/groups.controller.ts';
import { GroupsRepository } from './groups/groups.repository.ts';
import { Groups } from './groups/groups.service.ts';
import { Invitations } from './groups/invitations.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleRepository } from './people/people.repository.ts';
import { PlacesRepository } from './places/places.repository.ts';
import { Places } from './places/places.service.ts';
import { ReopenedPlaces } from './places/reopened-places.ts';
import { Promotions } from './places/promotions.service.ts';
import { Seats } from './places/seats.service.ts';
import { Drafts } from './registration/drafts.service.ts';
import { RegistrationRepository } from './registration/registration.repository.ts';
import { RegistrationsController } from './registration/registrations.controller.ts';
import { Registrations } from './registration/registrations.service.ts';
import { RepresentationController } from './representation/representation.controller.ts';
import { RepresentationMails } from './representation/representation-mails.ts';
import { RepresentationRepository } from './representation/representation.repository.ts';
import { Representations } from './representation/representations.service.ts';
import { RoleHolders } from './roles/role-holders.ts';
import { RolesController } from './roles/roles.controller.ts';
import { Roles } from './roles/roles.service.ts';

@Module({
  controllers: [
    RegistrationsController,
    GroupsController,
    AccreditationController,
    PeopleController,
    RolesController,
    DaySheetController,
    AidesOfDelegatesController,
    RepresentationController,
  ],
  providers: [
    DelegatesRepository,
    DelegateNews,
    DelegateSteps,
    PlacesRepository,
    Places,
    Seats,
    Promotions,
    ReopenedPlaces,
    RegistrationRepository,
    Registrations,
    Drafts,
    GroupsRepository,
    Groups,
    Invitations,
    DelegateLists,
    NeedsRepository,
    FirstRepresentatives,
    Accreditations,
    PeopleRepository,
    RoleHolders,
    Roles,
    DaySheetPrinter,
    DaySheets,
    AidesOfDelegates,
    RepresentationRepository,
    RepresentationMails,
    Representations,
  ],
  exports: [DelegatesRepository, DelegateSteps, RepresentationRepository, Seats],
})
export class DelegationsModule {}

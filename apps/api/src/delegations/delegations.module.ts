import { Module } from '@nestjs/common';
import { AccreditationController } from './accreditation/accreditation.controller.ts';
import { AccreditationsService } from './accreditation/accreditation.service.ts';
import { FirstRepresentatives } from './accreditation/first-representatives.ts';
import { DelegateLists } from './accreditation/delegate-lists.repository.ts';
import { NeedsRepository } from './accreditation/needs.repository.ts';
import { AidesOfDelegatesController } from './aides/aides-of-delegates.controller.ts';
import { AidesOfDelegatesService } from './aides/aides-of-delegates.service.ts';
import { DaySheetController } from './day-sheet/day-sheet.controller.ts';
import { DaySheetPrinter } from './day-sheet/day-sheet-printer.ts';
import { DaySheets } from './day-sheet/day-sheet.repository.ts';
import { DelegateNews } from './delegates/delegate-news.ts';
import { DelegateSteps } from './delegates/delegate-steps.ts';
import { DelegatesRepository } from './delegates/delegates.repository.ts';
import { DelegationsController } from './delegations.controller.ts';
import { DelegationsRepository } from './delegations.repository.ts';
import { DelegationsService } from './delegations.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleRepository } from './people/people.repository.ts';
import { PlacesRepository } from './places/places.repository.ts';
import { PlacesService } from './places/places.service.ts';
import { ReopenedPlaces } from './places/reopened-places.ts';
import { PromotionsService } from './places/promotions.service.ts';
import { SeatsService } from './places/seats.service.ts';
import { DraftsService } from './registration/drafts.service.ts';
import { RegistrationRepository } from './registration/registration.repository.ts';
import { RegistrationsController } from './registration/registrations.controller.ts';
import { RegistrationsService } from './registration/registrations.service.ts';
import { RepresentationController } from './representation/representation.controller.ts';
import { RepresentationMails } from './representation/representation-mails.ts';
import { RepresentationRepository } from './representation/representation.repository.ts';
import { RepresentationsService } from './representation/representations.service.ts';
import { RoleHolders } from './roles/role-holders.ts';
import { RolesController } from './roles/roles.controller.ts';
import { RolesService } from './roles/roles.service.ts';

@Module({
  controllers: [
    RegistrationsController,
    DelegationsController,
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
    PlacesService,
    SeatsService,
    PromotionsService,
    ReopenedPlaces,
    RegistrationRepository,
    RegistrationsService,
    DraftsService,
    DelegationsRepository,
    DelegationsService,
    InvitationsService,
    DelegateLists,
    NeedsRepository,
    FirstRepresentatives,
    AccreditationsService,
    PeopleRepository,
    RoleHolders,
    RolesService,
    DaySheetPrinter,
    DaySheets,
    AidesOfDelegatesService,
    RepresentationRepository,
    RepresentationMails,
    RepresentationsService,
  ],
  exports: [DelegatesRepository, DelegateSteps, RepresentationRepository, SeatsService],
})
export class DelegationsModule {}

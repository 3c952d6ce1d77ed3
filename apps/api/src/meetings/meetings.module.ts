import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { AvailabilitiesService } from './booking/availability.service.ts';
import { BarredPairs } from './requests/barred-pairs.ts';
import { DelegationsModule } from '../delegations/delegations.module.ts';
import { FirmsModule } from '../firms/firms.module.ts';
import { ExportControlController } from './export-control/export-control.controller.ts';
import { DeclaredEntriesService } from './export-control/declared-entries.service.ts';
import { ExportOfficersService } from './export-control/export-officers.service.ts';
import { ExportOfficersRepository } from './export-control/export-officers.repository.ts';
import { OfficerNews } from './export-control/officer-news.ts';
import { OfficerMails } from './export-control/officer-mails.ts';
import { ReleasesService } from './export-control/releases.service.ts';
import { HallsController } from './halls/halls.controller.ts';
import { HallsRepository } from './halls/halls.repository.ts';
import { HallsService } from './halls/halls.service.ts';
import { HelpCallsService } from './news/help-calls.service.ts';
import { DayMessagesService } from './news/day-messages.service.ts';
import { InterpretersController } from './interpreters/interpreters.controller.ts';
import { InterpretersRepository } from './interpreters/interpreters.repository.ts';
import { InterpretersService } from './interpreters/interpreters.service.ts';
import { MeetingInterpretersService } from './interpreters/meeting-interpreters.service.ts';
import { BookedMeetingsService } from './booking/booked-meetings.service.ts';
import { BookingFactsRepository } from './booking/booking-facts.repository.ts';
import { FreeTimes } from './booking/free-times.ts';
import { MeetingPlaces } from './booking/meeting-places.ts';
import { MeetingChanges } from './meeting-changes.ts';
import { MeetingInvitations } from './news/meeting-invitations.ts';
import { MeetingListsService } from './requests/meeting-lists.service.ts';
import { MeetingNewsMails } from './news/meeting-news-mails.ts';
import { MeetingsController } from './requests/meetings.controller.ts';
import { MeetingsRepository } from './requests/meetings.repository.ts';
import { MeetingsService } from './requests/meetings.service.ts';
import { MeetingLosses } from './losses/meeting-losses.ts';
import { PlaceLosses } from './losses/place-losses.ts';
import { TeamLosses } from './losses/team-losses.ts';
import { MeetingUpkeep } from './requests/meeting-upkeep.ts';
import { PlanMails } from './planned/plan-mails.ts';
import { PlanEndings } from './planned/plan-endings.ts';
import { PlannedMeetingsService } from './planned/planned-meetings.service.ts';

@Module({
  imports: [DelegationsModule, FirmsModule],
  controllers: [
    MeetingsController,
    AttachmentsController,
    ExportControlController,
    HallsController,
    InterpretersController,
  ],
  providers: [
    AttachmentsService,
    AvailabilitiesService,
    BarredPairs,
    DeclaredEntriesService,
    ExportOfficersService,
    ExportOfficersRepository,
    OfficerNews,
    HallsService,
    HallsRepository,
    HelpCallsService,
    DayMessagesService,
    InterpretersService,
    InterpretersRepository,
    BookedMeetingsService,
    BookingFactsRepository,
    FreeTimes,
    MeetingPlaces,
    MeetingChanges,
    MeetingInterpretersService,
    MeetingInvitations,
    MeetingListsService,
    MeetingNewsMails,
    MeetingLosses,
    PlaceLosses,
    TeamLosses,
    MeetingUpkeep,
    MeetingsService,
    MeetingsRepository,
    OfficerMails,
    PlanMails,
    PlanEndings,
    PlannedMeetingsService,
    ReleasesService,
  ],
  exports: [BarredPairs, HallsRepository, InterpretersRepository, PlannedMeetingsService],
})
export class MeetingsModule {}

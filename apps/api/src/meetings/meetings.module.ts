import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { Attachments } from './attachments/attachments.service.ts';
import { Availabilities } from './availability.service.ts';
import { BarredPairs } from './barred-pairs.ts';
import { DelegationsModule } from '../delegations/delegations.module.ts';
import { FirmsModule } from '../firms/firms.module.ts';
import { ExportControlController } from './export-control/export-control.controller.ts';
import { DeclaredEntries } from './export-control/declared-entries.service.ts';
import { ExportOfficers } from './export-control/export-officers.service.ts';
import { ExportOfficersRepository } from './export-control/export-officers.repository.ts';
import { OfficerNews } from './export-control/officer-news.ts';
import { OfficerMails } from './export-control/officer-mails.ts';
import { Releases } from './export-control/releases.service.ts';
import { HallsController } from './halls.controller.ts';
import { HallsRepository } from './halls.repository.ts';
import { Halls } from './halls.service.ts';
import { HelpCalls } from './help-calls.service.ts';
import { HelpDesk } from './help-desk.service.ts';
import { InterpretersController } from './interpreters/interpreters.controller.ts';
import { InterpretersRepository } from './interpreters/interpreters.repository.ts';
import { Interpreters } from './interpreters/interpreters.service.ts';
import { MeetingInterpreters } from './interpreters/meeting-interpreters.service.ts';
import { MeetingBooking } from './meeting-booking.ts';
import { MeetingChanges } from './meeting-changes.ts';
import { MeetingInvitations } from './meeting-invitations.ts';
import { MeetingLists } from './meeting-lists.service.ts';
import { MeetingNewsMails } from './meeting-news-mails.ts';
import { MeetingsController } from './meetings.controller.ts';
import { MeetingsRepository } from './meetings.repository.ts';
import { Meetings } from './meetings.service.ts';
import { MeetingLosses } from './losses/meeting-losses.ts';
import { PlaceLosses } from './losses/place-losses.ts';
import { TeamLosses } from './losses/team-losses.ts';
import { MeetingUpkeep } from './meeting-upkeep.ts';
import { PlanMails } from './plan-mails.ts';
import { PlannedMeetingsService } from './planned-meetings.service.ts';

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
    Attachments,
    Availabilities,
    BarredPairs,
    DeclaredEntries,
    ExportOfficers,
    ExportOfficersRepository,
    OfficerNews,
    Halls,
    HallsRepository,
    HelpCalls,
    HelpDesk,
    Interpreters,
    InterpretersRepository,
    MeetingBooking,
    MeetingChanges,
    MeetingInterpreters,
    MeetingInvitations,
    MeetingLists,
    MeetingNewsMails,
    MeetingLosses,
    PlaceLosses,
    TeamLosses,
    MeetingUpkeep,
    Meetings,
    MeetingsRepository,
    OfficerMails,
    PlanMails,
    PlannedMeetingsService,
    Releases,
  ],
  exports: [BarredPairs, HallsRepository, InterpretersRepository, PlannedMeetingsService],
})
export class MeetingsModule {}

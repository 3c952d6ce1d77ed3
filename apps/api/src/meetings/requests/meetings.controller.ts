import { Controller } from '@nestjs/common';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as allMeetings from '@forum/contract/meetings/all-meetings';
import * as dayMessages from '@forum/contract/meetings/day-messages';
import * as helpCallsContract from '@forum/contract/meetings/help-calls';
import * as meetingsContract from '@forum/contract/meetings/meetings';
import * as requests from '@forum/contract/meetings/requests';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { HelpCallsService } from '../news/help-calls.service.ts';
import { BookedMeetingsService } from '../booking/booked-meetings.service.ts';
import { DayMessagesService } from '../news/day-messages.service.ts';
import { MeetingListsService } from './meeting-lists.service.ts';
import { MeetingsService } from './meetings.service.ts';

@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly lists: MeetingListsService,
    private readonly booked: BookedMeetingsService,
    private readonly dayMessages: DayMessagesService,
    private readonly helpCalls: HelpCallsService,
  ) {}

  @Endpoint(meetingsContract.listMeetings)
  list(_: RouteInput<typeof meetingsContract.listMeetings>, viewer: Admitted) {
    return this.lists.own(viewer);
  }

  @Endpoint(meetingsContract.readMeeting)
  read({ params }: RouteInput<typeof meetingsContract.readMeeting>, viewer: Admitted) {
    return this.meetings.read(viewer, params.meeting);
  }

  @Endpoint(requests.requestMeeting)
  request({ body }: RouteInput<typeof requests.requestMeeting>, viewer: Admitted) {
    return this.meetings.request(viewer, body);
  }

  @Endpoint(requests.suitableTimes)
  suitable({ query }: RouteInput<typeof requests.suitableTimes>, viewer: Admitted) {
    return this.lists.suitable(viewer, query);
  }

  @Endpoint(requests.acceptMeeting)
  accept({ params, body }: RouteInput<typeof requests.acceptMeeting>, viewer: Admitted) {
    return this.booked.accept(viewer, params.meeting, body);
  }

  @Endpoint(requests.declineMeeting)
  decline({ params, body }: RouteInput<typeof requests.declineMeeting>, viewer: Admitted) {
    return this.meetings.decline(viewer, params.meeting, body);
  }

  @Endpoint(requests.proposeTimes)
  propose({ params, body }: RouteInput<typeof requests.proposeTimes>, viewer: Admitted) {
    return this.meetings.propose(viewer, params.meeting, body);
  }

  @Endpoint(requests.withdrawMeeting)
  withdraw({ params, body }: RouteInput<typeof requests.withdrawMeeting>, viewer: Admitted) {
    return this.meetings.withdraw(viewer, params.meeting, body.version);
  }

  @Endpoint(agreedMeetings.cancelMeeting)
  cancel({ params, body }: RouteInput<typeof agreedMeetings.cancelMeeting>, viewer: Admitted) {
    return this.meetings.cancel(viewer, params.meeting, body);
  }

  @Endpoint(agreedMeetings.swapParticipants)
  swap({ params, body }: RouteInput<typeof agreedMeetings.swapParticipants>, viewer: Admitted) {
    return this.booked.swap(viewer, params.meeting, body);
  }

  @Endpoint(agreedMeetings.rescheduleMeeting)
  move({ params, body }: RouteInput<typeof agreedMeetings.rescheduleMeeting>, viewer: Admitted) {
    return this.booked.move(viewer, params.meeting, body);
  }

  @Endpoint(dayMessages.sendDayMessage)
  notify({ params, body }: RouteInput<typeof dayMessages.sendDayMessage>, viewer: Admitted) {
    return this.dayMessages.notify(viewer, params.meeting, body);
  }

  @Endpoint(helpCallsContract.answerHelp)
  async answerHelp({ params }: RouteInput<typeof helpCallsContract.answerHelp>, viewer: Admitted) {
    await this.dayMessages.answer(viewer, params.meeting);
    return { ok: true } as const;
  }

  @Endpoint(helpCallsContract.listHelpCalls)
  listHelpCalls(_: RouteInput<typeof helpCallsContract.listHelpCalls>, viewer: Admitted) {
    return this.helpCalls.list(viewer);
  }

  @Endpoint(helpCallsContract.takeHelpCall)
  async takeHelpCall({ params, body }: RouteInput<typeof helpCallsContract.takeHelpCall>, viewer: Admitted) {
    await this.helpCalls.take(viewer, params.meeting, body.from);
    return { ok: true } as const;
  }

  @Endpoint(allMeetings.listAllMeetings)
  all({ query }: RouteInput<typeof allMeetings.listAllMeetings>, viewer: Admitted) {
    return this.lists.all(viewer, query);
  }
}

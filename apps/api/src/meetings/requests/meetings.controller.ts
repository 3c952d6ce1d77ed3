import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/meetings';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import { type Admitted } from '../../http/viewer.ts';
import { HelpCallsService } from '../news/help-calls.service.ts';
import { HelpDeskService } from '../booking/help-desk.service.ts';
import { MeetingListsService } from './meeting-lists.service.ts';
import { MeetingsService } from './meetings.service.ts';

@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly lists: MeetingListsService,
    private readonly helpDesk: HelpDeskService,
    private readonly helpCalls: HelpCallsService,
  ) {}

  @Endpoint(contract.listMeetings)
  list(_: RouteInput<typeof contract.listMeetings>, viewer: Admitted) {
    return this.lists.own(viewer);
  }

  @Endpoint(contract.readMeeting)
  read({ params }: RouteInput<typeof contract.readMeeting>, viewer: Admitted) {
    return this.meetings.read(viewer, params.meeting);
  }

  @Endpoint(contract.requestMeeting)
  request({ body }: RouteInput<typeof contract.requestMeeting>, viewer: Admitted) {
    return this.meetings.request(viewer, body);
  }

  @Endpoint(contract.suitableTimes)
  suitable({ query }: RouteInput<typeof contract.suitableTimes>, viewer: Admitted) {
    return this.lists.suitable(viewer, query);
  }

  @Endpoint(contract.acceptMeeting)
  accept({ params, body }: RouteInput<typeof contract.acceptMeeting>, viewer: Admitted) {
    return this.meetings.accept(viewer, params.meeting, body);
  }

  @Endpoint(contract.declineMeeting)
  decline({ params, body }: RouteInput<typeof contract.declineMeeting>, viewer: Admitted) {
    return this.meetings.decline(viewer, params.meeting, body);
  }

  @Endpoint(contract.proposeTimes)
  propose({ params, body }: RouteInput<typeof contract.proposeTimes>, viewer: Admitted) {
    return this.meetings.propose(viewer, params.meeting, body);
  }

  @Endpoint(contract.withdrawMeeting)
  withdraw({ params, body }: RouteInput<typeof contract.withdrawMeeting>, viewer: Admitted) {
    return this.meetings.withdraw(viewer, params.meeting, body.version);
  }

  @Endpoint(contract.cancelMeeting)
  cancel({ params, body }: RouteInput<typeof contract.cancelMeeting>, viewer: Admitted) {
    return this.meetings.cancel(viewer, params.meeting, body);
  }

  @Endpoint(contract.swapParticipants)
  swap({ params, body }: RouteInput<typeof contract.swapParticipants>, viewer: Admitted) {
    return this.meetings.swap(viewer, params.meeting, body);
  }

  @Endpoint(contract.rescheduleMeeting)
  move({ params, body }: RouteInput<typeof contract.rescheduleMeeting>, viewer: Admitted) {
    return this.helpDesk.move(viewer, params.meeting, body);
  }

  @Endpoint(contract.sendDayMessage)
  notify({ params, body }: RouteInput<typeof contract.sendDayMessage>, viewer: Admitted) {
    return this.helpDesk.notify(viewer, params.meeting, body);
  }

  @Endpoint(contract.answerHelp)
  async answerHelp({ params }: RouteInput<typeof contract.answerHelp>, viewer: Admitted) {
    await this.helpDesk.answer(viewer, params.meeting);
    return { ok: true } as const;
  }

  @Endpoint(contract.listHelpCalls)
  listHelpCalls(_: RouteInput<typeof contract.listHelpCalls>, viewer: Admitted) {
    return this.helpCalls.list(viewer);
  }

  @Endpoint(contract.takeHelpCall)
  async takeHelpCall({ params, body }: RouteInput<typeof contract.takeHelpCall>, viewer: Admitted) {
    await this.helpCalls.take(viewer, params.meeting, body.from);
    return { ok: true } as const;
  }

  @Endpoint(contract.listAllMeetings)
  all({ query }: RouteInput<typeof contract.listAllMeetings>, viewer: Admitted) {
    return this.lists.all(viewer, query);
  }
}

import { Controller } from '@nestjs/common';
import {
  createFeed,
  personalFeed,
  programmeFeed,
  readFeed,
  revokeFeed,
  sessionCalendar,
} from '@forum/contract/calendar/calendar';
import type { RouteInput } from '@forum/contract/route';
import { answerDocument } from '../documents/answer-document.ts';
import { Endpoint, type Exchange, RawEndpoint } from '../http/endpoint.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { streamsOfViewer } from '../live/streams-of-viewer.ts';
import { CalendarsService } from './calendars.service.ts';
import { FeedsService } from './feeds.service.ts';

@Controller()
export class CalendarController {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly feeds: FeedsService,
  ) {}

  @RawEndpoint(programmeFeed)
  async programme(_: RouteInput<typeof programmeFeed>, viewer: Admitted, exchange: Exchange) {
    const document = await this.calendars.programme.of(editionOf(viewer).id);
    answerDocument(document, exchange, { cacheControl: 'public, no-cache' });
  }

  @RawEndpoint(sessionCalendar)
  async session({ params }: RouteInput<typeof sessionCalendar>, viewer: Admitted, exchange: Exchange) {
    const streams = streamsOfViewer(viewer);
    const document = await this.calendars.session(editionOf(viewer).id, params.session, streams);
    void exchange.reply.header('content-disposition', 'attachment; filename="session.ics"');
    answerDocument(document, exchange, { cacheControl: 'private, no-cache', vary: 'Cookie' });
  }

  @RawEndpoint(personalFeed)
  async personal({ params }: RouteInput<typeof personalFeed>, _: Admitted, exchange: Exchange) {
    const document = await this.calendars.personal(params.secret);
    void exchange.reply.header('referrer-policy', 'no-referrer');
    answerDocument(document, exchange, { cacheControl: 'no-store' });
  }

  @Endpoint(readFeed)
  feed(_: RouteInput<typeof readFeed>, viewer: Admitted) {
    return this.feeds.of(viewer);
  }

  @Endpoint(createFeed)
  create(_: RouteInput<typeof createFeed>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.feeds.create(viewer);
  }

  @Endpoint(revokeFeed)
  async revoke(_: RouteInput<typeof revokeFeed>, viewer: Admitted) {
    await this.feeds.revoke(viewer);
    return { ok: true } as const;
  }
}

import { Controller } from '@nestjs/common';
import { readProgramme, readRestricted, readSession } from '@forum/contract/programme/programme';
import type { RouteInput } from '@forum/contract/route';
import { answerDocument } from '../documents/answer-document.ts';
import { Revalidations } from '../documents/revalidations.ts';
import { Endpoint, type Exchange, RawEndpoint } from '../http/endpoint.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { streamsOfViewer } from '../live/streams-of-viewer.ts';
import { ProgrammeDocuments } from './programme-documents.ts';
import { ProgrammeRepository } from './programme.repository.ts';

const revalidated = { cacheControl: 'private, no-cache', vary: 'Cookie' };

@Controller()
export class ProgrammeController {
  constructor(
    private readonly documents: ProgrammeDocuments,
    private readonly programme: ProgrammeRepository,
    revalidations: Revalidations,
  ) {
    revalidations.answer(readProgramme, revalidated, (viewer) =>
      documents.known(editionOf(viewer).id, streamsOfViewer(viewer)),
    );
  }

  @RawEndpoint(readProgramme)
  async read(_: RouteInput<typeof readProgramme>, viewer: Admitted, exchange: Exchange) {
    answerDocument(
      await this.documents.of(editionOf(viewer).id, streamsOfViewer(viewer)),
      exchange,
      revalidated,
    );
  }

  @Endpoint(readRestricted)
  restricted(_: RouteInput<typeof readRestricted>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.programme.beyondAudience(editionOf(viewer).id, streamsOfViewer(viewer));
  }

  @Endpoint(readSession)
  session({ params }: RouteInput<typeof readSession>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.programme.oneFor(editionOf(viewer).id, params.session, streamsOfViewer(viewer));
  }
}

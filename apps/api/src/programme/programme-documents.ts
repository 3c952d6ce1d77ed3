import { Injectable } from '@nestjs/common';
import type { ChangeType } from '@forum/contract/live/changes';
import type { StreamName } from '@forum/domain/identity/streams';
import type { SessionAudience } from '@forum/domain/programme/session';
import type { Document } from '../documents/document.ts';
import { Documents, type KeptDocument } from '../documents/documents.ts';
import { ProgrammeRepository } from './programme.repository.ts';

const outdatedBy: ChangeType[] = [
  'session.changed',
  'session.removed',
  'programme.replaced',
  'edition.changed',
];

/** The programme of each audience as bytes in memory: what everybody opens at the same minute. */
@Injectable()
export class ProgrammeDocuments {
  readonly #public: KeptDocument;
  readonly #accredited: KeptDocument;

  constructor(documents: Documents, repository: ProgrammeRepository) {
    const keep = (streams: StreamName[], audiences: SessionAudience[]) =>
      documents.keep({
        type: 'application/json; charset=utf-8',
        streams,
        types: outdatedBy,
        write: async (transaction, editionId, heads) =>
          JSON.stringify({ ...(await repository.ofAudience(transaction, editionId, audiences)), heads }),
      });
    this.#public = keep(['public'], ['public']);
    this.#accredited = keep(['public', 'accredited'], ['public', 'accredited']);
  }

  /** The programme of the widest audience that somebody belongs to. */
  of(editionId: string, streams: readonly StreamName[]): Promise<Document> {
    return this.#for(streams).of(editionId);
  }

  /** The same, if it is in memory and surely the newest. */
  known(editionId: string, streams: readonly StreamName[]): Document | null {
    return this.#for(streams).known(editionId);
  }

  #for(streams: readonly StreamName[]): KeptDocument {
    return streams.includes('accredited') ? this.#accredited : this.#public;
  }
}

import { Injectable } from '@nestjs/common';
import type { ChangeType } from '@forum/contract/live/changes';
import type { StreamName } from '@forum/domain/identity/streams';
import { Database, type Transaction } from '../database/database.ts';
import { JournalTail, type JournalledChange } from '../live/journal-tail.ts';
import { readHeads } from '../live/stream-heads.repository.ts';
import { type Document, packedDocument } from './document.ts';
import { Kept } from './kept.ts';

type Heads = Record<string, number>;

/** What a document of an edition is written from, and when it must be written anew. */
export interface Writing {
  type: string;
  /** Every change in one of these outdates it, because it tells their heads. */
  streams: readonly StreamName[];
  /** Changes of these types outdate it, in whatever stream. */
  types: readonly ChangeType[];
  write(transaction: Transaction, editionId: string, heads: Heads): Promise<string>;
}

interface Written {
  document: Document;
  heads: Heads;
  /** Whether this node followed the journal when it was written, so that no change since was missed. */
  followed: boolean;
}

/** One kind of document, kept for every edition that is asked for. */
export interface KeptDocument {
  of(editionId: string): Promise<Document>;
  /** The document if it is in memory and surely the newest; null says nothing. */
  known(editionId: string): Document | null;
}

/** Keeps documents of editions in memory, each written once per change and answered from there. */
@Injectable()
export class Documents {
  constructor(
    private readonly database: Database,
    private readonly tail: JournalTail,
  ) {}

  /** Begins to keep one kind of document. */
  keep(writing: Writing): KeptDocument {
    const kept = new Map<string, Kept<Written>>();
    this.tail.onChanges((changes) => {
      for (const change of changes) if (outdates(writing, change)) kept.get(change.editionId)?.outdate();
    });
    return {
      of: async (editionId) => {
        const one = kept.get(editionId) ?? new Kept(() => this.#write(writing, editionId));
        kept.set(editionId, one);
        if (one.last && (await this.#mayBeOutdated(editionId, one.last))) one.outdate();
        return (await one.get()).document;
      },
      known: (editionId) => {
        const written = this.tail.isCurrent ? kept.get(editionId)?.current : null;
        return written?.followed ? written.document : null;
      },
    };
  }

  async #write({ type, streams, write }: Writing, editionId: string): Promise<Written> {
    const followed = this.tail.isCurrent;
    const { heads, text } = await this.database.snapshot(async (transaction) => {
      const read = await readHeads(transaction, editionId, streams);
      return { heads: read, text: await write(transaction, editionId, read) };
    });
    return { document: await packedDocument(type, text), heads, followed };
  }

  /** A node that loses the journal cannot know from memory: it compares the heads. */
  async #mayBeOutdated(editionId: string, { heads, followed }: Written): Promise<boolean> {
    if (this.tail.isCurrent) return !followed;
    const now = await readHeads(this.database.reader, editionId, Object.keys(heads));
    return Object.entries(now).some(([stream, number]) => heads[stream] !== number);
  }
}

const outdates = ({ streams, types }: Writing, { change }: JournalledChange) =>
  types.includes(change.type) || streams.some((stream) => stream === change.stream);

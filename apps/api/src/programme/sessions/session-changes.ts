import { Injectable } from '@nestjs/common';
import type { Session } from '@forum/contract/programme/session';
import { audienceOfChange, audienceOfSession, type StreamName } from '@forum/domain/identity/streams';
import type { Transaction } from '../../database/database.ts';
import { type Author, Changes, type NewChange } from '../../live/changes.ts';

/** A session before and after a write; nothing before when it is new, nothing after when it is gone. */
export type Alteration = { before: Session | null; after: Session } | { before: Session; after: null };

const mostBytes = 2048;

/** Tells everyone concerned what became of sessions. */
@Injectable()
export class SessionChanges {
  constructor(private readonly changes: Changes) {}

  async record(
    transaction: Transaction,
    author: Author,
    editionId: string,
    alterations: readonly Alteration[],
  ): Promise<void> {
    await this.changes.record(
      transaction,
      author,
      ...alterations.flatMap((alteration) => changesOf(editionId, alteration)),
    );
  }
}

/** Whole audiences get the session itself; others learn that it changed and ask; those who lose it, that it is gone. */
function changesOf(editionId: string, { before, after }: Alteration): NewChange[] {
  if (!after) {
    const gone = { editionId, entityId: before.id, version: before.version + 1, detail: { before, after } };
    return [{ ...gone, streams: audienceOfSession(before), type: 'session.removed' }];
  }
  const { show, withdraw } = before
    ? audienceOfChange(before, after)
    : { show: audienceOfSession(after), withdraw: [] };
  const change = { editionId, entityId: after.id, version: after.version };
  const whole = show.filter(isWhole);
  const some = show.filter((stream) => !isWhole(stream));
  const told: NewChange[] = [
    { ...change, streams: whole, type: 'session.changed', payload: payloadOf(after) },
    { ...change, streams: some, type: 'session.changed' },
    { ...change, streams: withdraw, type: 'session.removed' },
  ];
  const [first, ...rest] = told.filter(({ streams }) => streams.length > 0);
  return first ? [{ ...first, detail: { before, after } }, ...rest] : [];
}

const isWhole = (stream: StreamName) => stream === 'public' || stream === 'accredited';

function payloadOf(session: Session): Session | undefined {
  return Buffer.byteLength(JSON.stringify(session)) <= mostBytes ? session : undefined;
}

import { Injectable } from '@nestjs/common';
import type { ChangeType } from '@forum/contract/live/changes';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { Database, type Transaction } from '../database/database.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { Viewers } from '../identity/viewers.ts';
import { audienceOfSession, type StreamName } from '@forum/domain/identity/streams';
import type { SessionAudience } from '@forum/domain/programme/session';
import { Changes, type NewChange } from '../live/changes.ts';
import { rightsOf } from '../delegations/delegates/delegate-record.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { removeThing } from './remove-thing.ts';
import * as things from './things.ts';

interface Removed {
  id: string;
  name: string;
  version: number;
}

const organisers: StreamName[] = ['staff:organiser'];

/** Takes back what was done by a slip, while nothing depends on it. */
@Injectable()
export class RemovalsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly events: SecurityEvents,
    private readonly viewers: Viewers,
  ) {}

  /** A planned edition, with the roles and partners that were given it; by the forum's own secretariat. */
  async edition(viewer: Admitted): Promise<void> {
    if (!viewer.secretariat)
      throw new DomainError('access.denied', {}, 'Only the secretariat of the forum removes an edition.');
    const { id } = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const holders = await transaction.query<{ personId: string; role: string }>(
        'select person_id as "personId", role from role_grant where edition_id = $1 order by person_id, role',
        [id],
      );
      const removed = await removeThing(transaction, things.edition, id, id);
      for (const { personId, role } of holders)
        await this.events.record(transaction, viewer, {
          kind: 'role',
          what: `taken ${role}`,
          subjectId: personId,
        });
      const gone = { editionId: id, entityId: id, version: removed.version + 1 };
      const people = [...new Set(holders.map(({ personId }) => personId))];
      await this.changes.record(
        transaction,
        viewer,
        { ...gone, type: 'edition.changed', streams: organisers, detail: { before: removed, after: null } },
        ...people.map((personId) => rightsOf({ editionId: id, personId }, 0)),
      );
    });
    this.viewers.forget();
  }

  async delegation(viewer: Admitted, id: string): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    await this.#remove(viewer, async (transaction) => {
      const [delegation] = await transaction.query<{ headId: string | null }>(
        'select head_id as "headId" from delegation where edition_id = $1 and id = $2',
        [editionId, id],
      );
      const removed = await removeThing(transaction, things.delegation, editionId, id);
      const head = delegation?.headId ?? null;
      if (head)
        await this.events.record(transaction, viewer, {
          kind: 'role',
          what: 'taken delegation-head',
          subjectId: head,
        });
      const streams: StreamName[] = [...organisers, 'staff:accreditation-officer'];
      return [
        this.#gone({ id, ...removed }, editionId, 'delegation.changed', streams),
        ...(head ? [rightsOf({ editionId, personId: head }, 0)] : []),
      ];
    });
    this.viewers.forget();
  }

  async place(viewer: Admitted, kind: 'room' | 'track', id: string): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    await this.#remove(viewer, async (transaction) => {
      const removed = await removeThing(transaction, things[kind], editionId, id);
      return [this.#gone({ id, ...removed }, editionId, 'programme.replaced', organisers)];
    });
  }

  async session(viewer: Admitted, id: string): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    await this.#remove(viewer, async (transaction) => {
      const removed = await removeThing(transaction, things.session, editionId, id);
      const [stored] = await transaction.query<{ audience: SessionAudience }>(
        'select audience from session where id = $1',
        [id],
      );
      const streams = audienceOfSession({ id, audience: stored?.audience ?? 'restricted' });
      return [this.#gone({ id, ...removed }, editionId, 'session.removed', streams)];
    });
  }

  #remove(viewer: Admitted, work: (transaction: Transaction) => Promise<NewChange[]>): Promise<void> {
    requirePhase(editionOf(viewer).phase, 'edit-edition');
    return this.database.write(async (transaction) => {
      await transaction.query('select from edition where id = $1 for no key update', [editionOf(viewer).id]);
      await this.changes.record(transaction, viewer, ...(await work(transaction)));
    });
  }

  #gone(
    { id, name, version }: Removed,
    editionId: string,
    type: ChangeType,
    streams: StreamName[],
  ): NewChange {
    const detail = { before: { name }, after: null };
    return { editionId, entityId: id, version: version + 1, type, streams, detail };
  }
}

import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/meetings/help-calls';
import type { RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { hasPlace } from '../halls/has-place.ts';
import { MeetingChanges } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.repository.ts';
import { takerOf } from './help-calls.repository.ts';

type Calls = RouteOutput<typeof contract.listHelpCalls>;

/** The calls for help of an edition, and who of the help desk has taken each. */
@Injectable()
export class HelpCallsService {
  constructor(
    private readonly database: Database,
    private readonly changes: MeetingChanges,
  ) {}

  async list(viewer: Admitted): Promise<Calls> {
    const calls = await this.database.rows<Calls['calls'][number]>(
      `select m.id as meeting, json_build_array(ff.name, tf.name) as firms, utc(m.starts_at) as start, utc(m.help_called_at) as since,
         case when t.id is not null then json_build_object('hall', h.name, 'label', t.label) end as table,
         case when p.id is not null then json_build_object('id', p.id, 'name', p.display_name) end as "takenBy"
       from meeting m join team f on f.id = m.from_team_id join firm ff on ff.id = f.firm_id
         join team o on o.id = m.to_team_id join firm tf on tf.id = o.firm_id
         left join meeting_table t on t.id = m.table_id and ${hasPlace} left join hall h on h.id = t.hall_id
         left join person_in_edition p on p.edition_id = m.edition_id and p.id = m.help_taken_by
       where m.edition_id = $1 and m.help_called order by m.help_called_at, m.id limit 200`,
      [editionOf(viewer).id],
    );
    return { calls };
  }

  /** Takes a call from whom the sender saw to have it, so that of two who press at once one learns of the other. */
  async take(viewer: Admitted, meetingId: string, from: string | null): Promise<void> {
    const { id: editionId } = editionOf(viewer);
    const self = personOf(viewer);
    await this.database.write(async (transaction) => {
      const meeting = await lockMeeting(transaction, editionId, meetingId);
      if (!meeting.helpCalled)
        throw new DomainError(
          'not_found',
          { meeting: meetingId },
          'This meeting does not call for help any more.',
        );
      const taker = await takerOf(transaction, editionId, meetingId);
      if (taker?.id === self.id) return;
      if ((taker?.id ?? null) !== from) throw takenBy(taker?.name ?? null);
      await transaction.query('update meeting set help_taken_by = $2, version = version + 1 where id = $1', [
        meetingId,
        self.id,
      ]);
      await this.changes.announce(transaction, viewer, editionId, meeting, meeting);
    });
  }
}

const takenBy = (name: string | null) =>
  new DomainError(
    'meeting.help_taken',
    { name },
    name === null
      ? 'Nobody has this call any more. Take it if you can.'
      : `${name} has taken this call meanwhile. Take it over only once you have spoken.`,
  );

import { DomainError } from '@forum/domain/errors';
import type { Database, Transaction } from '../database/database.ts';
import { rightsOf } from '../delegations/delegates/delegate-record.ts';
import { AidesService } from '../identity/aides/aides.service.ts';
import { Changes } from '../live/changes.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import type { Command } from './command.ts';
import { one } from '../database/one.ts';

/** Where a change of the secretariat is kept. */
interface Keepers {
  changes: Changes;
  events: SecurityEvents;
}

/** Makes somebody a member of the secretariat, as the first cannot be made by another, and ends it. */
export const secretariat: Command = {
  usage: 'secretariat [--remove [--force]] <mail>',
  summary:
    'make the person with this mail address a member of the secretariat, or end that at once; the last one is only removed with --force',
  run: async ({ app, database, print }, args) => {
    const flags = new Set(args.filter((arg) => arg.startsWith('--')));
    const [mail, ...more] = args.filter((arg) => !arg.startsWith('--')).map((arg) => arg.toLowerCase());
    const isUnknown = [...flags].some((flag) => flag !== '--remove' && flag !== '--force');
    if (!mail?.includes('@') || more.length > 0 || isUnknown) {
      print(`Name one mail address: ${secretariat.usage}`);
      return 2;
    }
    const keepers = {
      changes: app.get(Changes, { strict: false }),
      events: app.get(SecurityEvents, { strict: false }),
    };
    if (flags.has('--remove')) {
      await remove(database, keepers, mail, flags.has('--force'));
      print(`${mail} does not belong to the secretariat any more.`);
    } else {
      await add(database, keepers, app.get(AidesService, { strict: false }), mail);
      print(`${mail} belongs to the secretariat and signs in by mail as everybody does.`);
    }
    return 0;
  },
};

const add = (database: Database, keepers: Keepers, aides: AidesService, mail: string) =>
  database.write(async (transaction) => {
    const person = one(
      await transaction.query<{ id: string }>(
        `insert into person (mail, display_name, sort_key, secretariat) values ($1, $2, $2, true)
       on conflict (mail) do update set secretariat = true returning id`,
        [mail, mail.slice(0, mail.indexOf('@'))],
      ),
    );
    await aides.endOfHost(transaction, null, person.id, null);
    await tell(transaction, keepers, person.id, true);
  });

const remove = (database: Database, keepers: Keepers, mail: string, isForced: boolean) =>
  database.write(async (transaction) => {
    const members = await transaction.query<{ id: string; mail: string }>(
      'select id, mail from person where secretariat order by id for update',
    );
    const leaving = members.find((member) => member.mail === mail);
    if (!leaving) {
      throw new DomainError('not_found', { mail }, `${mail} does not belong to the secretariat.`);
    }
    if (members.length === 1 && !isForced) {
      throw new DomainError(
        'access.denied',
        { mail },
        `${mail} is the last member of the secretariat. Make another one first, or add --force.`,
      );
    }
    await transaction.query('update person set secretariat = false where id = $1', [leaving.id]);
    await tell(transaction, keepers, leaving.id, false);
  });

/** In every edition, so that every node forgets what it knows of their rights, and their sockets hear no more. */
async function tell(
  transaction: Transaction,
  { changes, events }: Keepers,
  personId: string,
  isMember: boolean,
): Promise<void> {
  const editions = await transaction.query<{ id: string }>('select id from edition order by id');
  const what = isMember ? 'given secretariat' : 'taken secretariat';
  await events.record(transaction, null, { kind: 'role', what, subjectId: personId });
  await changes.record(
    transaction,
    null,
    ...editions.map(({ id }) => ({
      ...rightsOf({ editionId: id, personId }, 0),
      streams: [`person:${personId}` as const, 'staff:organiser' as const],
      detail: { before: { secretariat: !isMember }, after: { secretariat: isMember } },
    })),
  );
}

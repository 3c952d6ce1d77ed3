import { parseArgs } from 'node:util';
import type { Database } from '../database/database.ts';
import type { Command } from './command.ts';

const mostEvents = 10_000;

interface EventRow {
  id: string;
  at: Date;
  kind: string;
  what: string;
  person: string | null;
  actingFor: string | null;
  session: string | null;
  subject: string | null;
  edition: string | null;
  route: string | null;
  request: string | null;
  times: number;
}

/** Shows what there is to follow of a person or a session, oldest first, one JSON object a line. */
export const securityEvents: Command = {
  usage: 'security-events [--person MAIL] [--session ID] [--days N]',
  summary: `list sign-ins, refusals and changes of rights of the last days (30 unless said), at most ${mostEvents}, oldest first`,
  run: async ({ database, print }, args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { person: { type: 'string' }, session: { type: 'string' }, days: { type: 'string' } },
    });
    const days = Number(values.days ?? 30);
    if (!(days > 0)) {
      print(`--days is ${values.days}; it must be a number above 0.`);
      return 2;
    }
    const person = values.person === undefined ? null : await idOf(database, values.person);
    if (values.person !== undefined && person === null) {
      print(`No person has the mail address ${values.person}.`);
      return 1;
    }
    const rows = await database.rows<EventRow>(
      `select * from (
         select id, at, kind, what, person_id as person, acting_for as "actingFor", session_id as session, subject_id as subject,
           edition_id as edition, route, request_id as request, times
         from security_event
         where at > now() - $1 * interval '1 day' and ($2::uuid is null or $2 in (person_id, acting_for, subject_id))
           and ($3::text is null or $3 in (session_id::text, subject_id::text))
         order by id desc limit ${mostEvents}) newest
       order by id`,
      [days, person, values.session ?? null],
    );
    for (const { id: _, at, ...event } of rows)
      print(JSON.stringify({ at: at.toISOString(), ...withoutNulls(event) }));
    return 0;
  },
};

async function idOf(database: Database, mail: string): Promise<string | null> {
  const row = await database.row<{ id: string }>('select id from person where mail = lower($1)', [mail]);
  return row?.id ?? null;
}

const withoutNulls = (event: object) =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null));

import { decideAccreditation, submitRegistration, withdrawRegistration } from '@forum/contract/delegations';
import { moveToPhase, readEdition } from '@forum/contract/editions';
import { applyFirmImport, proposeFirmImport, setTeams } from '@forum/contract/firms';
import { type HallToBe, readHalls, setHall } from '@forum/contract/meetings';
import { endRepresentative } from '@forum/contract/representation';
import { type Loss } from '@forum/domain/losses/loss';
import { formOf } from '../../delegations/testing/delegation-forum.ts';
import { Erasure } from '../../erasure/erase-person.ts';
import { type TestForum } from '../../testing/test-forum.ts';
import { done, type twoThatMeet } from './two-that-meet.ts';

type Here = Awaited<ReturnType<typeof twoThatMeet>>;
type Carry = (forum: TestForum, here: Here) => Promise<unknown>;

/** A decision on the delegate who asks for the meetings. */
const decide =
  (decision: 'waitlist' | 'decline' | 'revoke', reason: string | null): Carry =>
  async (forum, { desk, params, hanbit }) => {
    const id = hanbit.delegateIds[0]!;
    const seen = await forum.database.row<{ version: number }>('select version from delegate where id = $1', [
      id,
    ]);
    const body = { decision, reason, delegates: [{ id, version: seen!.version }] };
    const { refused } = done(await desk.call(decideAccreditation, { params, body }));
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  };

/** They change what was vetted, so that the host decides again. */
const changes =
  (change: { firmId?: 'other' }): Carry =>
  async (_, { hanbit, nordlys, params }) => {
    const firmId = change.firmId === 'other' ? nordlys.id : hanbit.id;
    const form = formOf({ category: 'industry', organisation: 'Firm', office: 'Chief', ...change, firmId });
    done(await hanbit.browser.call(submitRegistration, { params, body: { form } }));
  };

const hall =
  (part: (day: string) => Partial<HallToBe>): Carry =>
  async (_, { desk, params, edition }) => {
    const [now] = done(await desk.call(readHalls, { params }));
    const day = `${edition.slug.slice(-4)}-05-12`;
    const body: HallToBe = {
      ...{
        of: { id: now!.id, version: now!.version },
        name: now!.name,
        slotMinutes: 20,
        changeoverMinutes: 5,
      },
      ...{ openings: [{ start: `${day}T09:00`, end: `${day}T12:00` }], closures: [], tables: 3, seats: 6 },
      ...part(day),
    };
    done(await desk.call(setHall, { params, body }));
  };

const phases =
  (...wanted: ('registration' | 'announced' | 'planned' | 'closed')[]): Carry =>
  async (_, { desk, params }) => {
    for (const phase of wanted) {
      const { version } = done(await desk.call(readEdition, { params })).edition;
      done(await desk.call(moveToPhase, { params, body: { version, phase } }));
    }
  };

/**
 * How each loss that can touch a meeting comes about, through the doors of the forum; null for those that the table calls
 * impossible, that have nothing to do with meetings, or that have a test of their own (`seats-fewer`: place-lost,
 * `team-emptied`: people-lost).
 */
export const carryOut: Record<Loss, Carry | null> = {
  'firm-removed': async (forum, { desk, params, edition }) => {
    await forum.database.rows('update firm_in_edition set imported = true where edition_id = $1', [
      edition.id,
    ]);
    const text = `name;country\nnordlys${edition.slug.slice(-4)};KR`;
    const body = new Uint8Array(new TextEncoder().encode(text));
    const { id } = done(await desk.call(proposeFirmImport, { params, query: {}, body }));
    const confirmed = { params: { ...params, import: id }, body: { confirmRemovals: 1 } };
    return done(await desk.call(applyFirmImport, confirmed));
  },
  'representative-waitlisted': async (...at) => {
    await changes({})(...at);
    await decide('waitlist', null)(...at);
  },
  'representative-declined': async (...at) => {
    await changes({})(...at);
    await decide('decline', 'security')(...at);
  },
  'representative-revoked': decide('revoke', 'conduct'),
  'representative-withdrawn': async (_, { hanbit, params }) =>
    done(await hanbit.browser.call(withdrawRegistration, { params })),
  'representative-erased': (forum, { edition }) =>
    forum.app.get(Erasure).erase(`hanbit${edition.slug.slice(-4)}-0@firm.example`),
  'representative-ended': async (_, { hanbit, params }) =>
    done(
      await hanbit.browsers[1]!.call(endRepresentative, {
        params: { ...params, firm: hanbit.id, delegate: hanbit.delegateIds[0]! },
        body: { reason: 'Has left the firm' },
      }),
    ),
  'representative-of-another-firm': changes({ firmId: 'other' }),
  'representative-vetted-again': changes({}),
  'team-dissolved': async (_, { nordlys, params }) =>
    done(
      await nordlys.browser.call(setTeams, {
        params: { ...params, firm: nordlys.id },
        body: { teams: [{ id: null, name: 'New', capabilities: [], members: nordlys.delegateIds }] },
      }),
    ),
  'team-emptied': null,
  'table-gone': hall(() => ({ tables: 1 })),
  'seats-fewer': null,
  'hour-gone': hall((day) => ({ openings: [{ start: `${day}T11:00`, end: `${day}T12:00` }] })),
  'hall-removed': null,
  'edition-day-gone': null,
  'interpreter-gone': null,
  'room-gone': null,
  'session-removed': null,
  'session-cancelled': null,
  'session-narrowed': null,
  'places-fewer': null,
  'edition-hidden': phases('registration', 'announced', 'planned'),
  'registration-closed': phases('registration', 'announced'),
  'edition-closed': phases('closed'),
};

import { decideAccreditation, type DecisionToMake } from '@forum/contract/delegations/accreditation';
import { submitRegistration, withdrawRegistration } from '@forum/contract/delegations/registration';
import { moveToPhase, readEdition } from '@forum/contract/editions/editions';
import { applyFirmImport } from '@forum/contract/firms/imports';
import { setTeams } from '@forum/contract/firms/teams';
import { setHall } from '@forum/contract/meetings/halls';
import { endRepresentative } from '@forum/contract/delegations/representation';
import type { Loss } from '@forum/domain/losses/loss';
import { formOf } from '../../delegations/testing/delegation-forum.ts';
import { Erasure } from '../../erasure/erase-person.ts';
import type { TestForum } from '../../testing/test-forum.ts';
import { hallToBe, smallerHalls } from './smaller-halls.ts';
import { done, type Here } from './two-that-meet.ts';
import { proposeListWithout } from './list-without.ts';

type Carry = (forum: TestForum, here: Here) => Promise<unknown>;

/** A decision on the delegate who asks for the meetings. */
const decide =
  (decision: 'waitlist' | 'decline' | 'revoke', reason: string | null): Carry =>
  async (forum, { desk, params, hanbit }) => {
    const id = hanbit.delegateIds[0]!;
    const seen = await forum.database.row<{ version: number }>('select version from delegate where id = $1', [
      id,
    ]);
    const body = { decision, reason, delegates: [{ id, version: seen!.version }] } as DecisionToMake;
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

const setsHall =
  (loss: keyof typeof smallerHalls): Carry =>
  async (_, here) => {
    const body = await hallToBe(here, smallerHalls[loss]);
    done(await here.desk.call(setHall, { params: here.params, body }));
  };

const phases =
  (...wanted: ('registration' | 'announced' | 'planned' | 'closed')[]): Carry =>
  async (_, { desk, params }) => {
    for (const phase of wanted) {
      const { version } = done(await desk.call(readEdition, { params })).edition;
      done(await desk.call(moveToPhase, { params, body: { version, phase } }));
    }
  };

/** How each loss that can touch an agreed meeting comes about, through the doors of the forum. */
export const carryOut = {
  'firm-removed': async (forum, here) => {
    const { id } = await proposeListWithout(forum, here);
    const confirmed = { params: { ...here.params, import: id }, body: { confirmRemovals: 1 } };
    return done(await here.desk.call(applyFirmImport, confirmed));
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
  'table-gone': setsHall('table-gone'),
  'seats-fewer': setsHall('seats-fewer'),
  'hour-gone': setsHall('hour-gone'),
  'edition-hidden': phases('registration', 'announced', 'planned'),
  'registration-closed': phases('registration', 'announced'),
  'edition-closed': phases('closed'),
} satisfies Partial<Record<Loss, Carry>>;

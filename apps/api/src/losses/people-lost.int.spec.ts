import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  decideAccreditation,
  type DecisionToMake,
  foreseeDecision,
} from '@forum/contract/delegations/accreditation';
import { submitRegistration, withdrawRegistration } from '@forum/contract/delegations/registration';
import { endRepresentative } from '@forum/contract/delegations/representation';
import { formOf } from '../delegations/testing/delegation-forum.ts';
import { Erasure } from '../erasure/erase-person.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { done, twoThatMeet } from './testing/two-that-meet.ts';

let forum: TestForum;
let year = 2070;
let here: Awaited<ReturnType<typeof twoThatMeet>>;

beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());
beforeEach(async () => {
  here = await twoThatMeet(forum, ++year);
});

const first = () => here.nordlys.delegateIds[0]!;

async function decide(decision: 'waitlist' | 'decline' | 'revoke', reason: string | null = null) {
  const [seen] = await forum.database.rows<{ version: number }>(
    'select version from delegate where id = $1',
    [first()],
  );
  const body = { decision, reason, delegates: [{ id: first(), version: seen!.version }] } as DecisionToMake;
  const { decided, refused } = done(await here.desk.call(decideAccreditation, { params: here.params, body }));
  expect(refused).toEqual([]);
  expect(decided).toHaveLength(1);
}

/** The delegate changes what was vetted, so that the host decides again. */
async function changesOffice() {
  const form = formOf({
    ...{ category: 'industry', organisation: `nordlys${year}`, firmId: here.nordlys.id, office: 'Chief' },
    country: 'NO',
  });
  const changed = done(
    await here.nordlys.browser.call(submitRegistration, { params: here.params, body: { form } }),
  );
  expect(changed.state).toBe('submitted');
}

/** Every way in which somebody can no longer come for their firm. */
const losses: Record<string, () => Promise<unknown>> = {
  'put on the waiting list': async () => {
    await changesOffice();
    await decide('waitlist');
  },
  declined: async () => {
    await changesOffice();
    await decide('decline', 'security');
  },
  revoked: () => decide('revoke', 'conduct'),
  withdrawn: async () => done(await here.nordlys.browser.call(withdrawRegistration, { params: here.params })),
  erased: () => forum.app.get(Erasure).erase(`nordlys${year}-0@firm.example`),
  'turned out by their firm': async () =>
    done(
      await here.nordlys.browsers[1]!.call(endRepresentative, {
        params: { ...here.params, firm: here.nordlys.id, delegate: first() },
        body: { reason: 'Has left the firm' },
      }),
    ),
  'of another firm': async () => {
    const form = formOf({
      category: 'industry',
      organisation: 'Hanbit',
      firmId: here.hanbit.id,
      country: 'NO',
    });
    done(await here.nordlys.browser.call(submitRegistration, { params: here.params, body: { form } }));
  },
};

describe.each(Object.keys(losses))('somebody who is %s', (how) => {
  it('ends the meeting to which nobody else of their side comes, and the other side reads why', async () => {
    const agreed = await here.agree('00:00');
    await losses[how]!();
    const off = await here.seen(agreed);
    expect(off).toMatchObject({ state: 'cancelled', endedBy: 'nobody-left' });
    expect(await here.reserved(agreed)).toEqual([]);
    const told = await here.mailed(off, 1);
    const theirs = told.find(({ recipient }) => recipient === `hanbit${year}-0@firm.example`);
    expect(theirs).toMatchObject({ method: 'CANCEL' });
    expect(theirs?.body).toContain(`Nobody of nordlys${year} who was to come can take part any more`);
  });

  it('leaves a meeting to which a colleague comes, which stays', async () => {
    const agreed = await here.agree('00:00', undefined, here.nordlys.delegateIds);
    await losses[how]!();
    const now = await here.seen(agreed);
    expect(now).toMatchObject({ state: 'accepted', start: agreed.start, table: agreed.table });
    expect(now.to.people.map(({ delegateId }) => delegateId)).toEqual(here.nordlys.delegateIds.slice(1));
    expect((await here.reserved(agreed)).map(({ kind }) => kind)).toEqual(['person', 'person', 'table']);
    const told = await here.mailed(now, 1);
    expect(told.map(({ recipient }) => recipient)).toContain(`hanbit${year}-0@firm.example`);
  });

  it('makes room at a table that has lost seats', async () => {
    const agreed = await here.agree('00:00', undefined, here.nordlys.delegateIds);
    await forum.database.rows(
      `with smaller as (update meeting_table set capacity = 3 where id = (select table_id from meeting where id = $1) returning id)
       update meeting set place_lost = 'too-few-seats' where id = $1 and exists (select from smaller)`,
      [agreed.id],
    );
    await losses[how]!();
    const [now] = await forum.database.rows<{ place: string | null }>(
      'select place_lost as place from meeting where id = $1',
      [agreed.id],
    );
    expect(now).toEqual({ place: null });
  });
});

describe('somebody who is vetted again', () => {
  it('keeps the meeting until the host has decided', async () => {
    const agreed = await here.agree('00:00');
    await changesOffice();
    expect(await here.seen(agreed)).toMatchObject({ state: 'accepted', version: agreed.version });
  });
});

describe('the last of a team', () => {
  it('closes the requests that nobody of the firm can answer any more', async () => {
    const asked = await here.ask('00:00');
    await forum.database.rows('delete from team_member where delegate_id = $1', [
      here.nordlys.delegateIds[1],
    ]);
    const body = { delegates: [first()] };
    const foreseen = done(await here.desk.call(foreseeDecision, { params: here.params, body }));
    expect(foreseen.meetings).toMatchObject([{ id: asked.id, then: 'ends' }]);
    await decide('revoke', 'conduct');
    const closed = await here.seen(asked);
    expect(closed).toMatchObject({ state: 'declined', endedBy: 'nobody-left' });
    const told = await here.mailed(closed, 1);
    expect(told.map(({ recipient }) => recipient)).toEqual([`hanbit${year}-0@firm.example`]);
  });
});

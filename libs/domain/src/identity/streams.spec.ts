import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sessionAudiences, widensAudience } from '../programme/session.ts';
import { roles } from './role.ts';
import { audienceOfChange, audienceOfSession, seesSession, streamsOf, type StreamReader } from './streams.ts';

const nobody: StreamReader = {
  personId: null,
  accredited: false,
  roles: [],
  delegationIds: [],
  firmIds: [],
  sessionIds: [],
};

const ids = fc.subarray(['a', 'b', 'c']);
const viewer: fc.Arbitrary<StreamReader> = fc.record({
  personId: fc.constantFrom(null, 'p', 'q'),
  accredited: fc.boolean(),
  roles: fc.subarray([...roles]),
  delegationIds: ids,
  firmIds: ids,
  sessionIds: ids,
});
const session = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  audience: fc.constantFrom(...sessionAudiences),
});

describe('the streams of a viewer', () => {
  it('are the public one alone for somebody who is not signed in, whatever else is claimed', () => {
    fc.assert(
      fc.property(viewer, (someone) => expect(streamsOf({ ...someone, personId: null })).toEqual(['public'])),
    );
  });

  it('are those of the person, their firm, delegation, sessions and staff role', () => {
    const viewed = streamsOf({
      personId: 'p',
      accredited: true,
      roles: ['delegate', 'accreditation-officer'],
      delegationIds: ['d'],
      firmIds: ['f', 'f'],
      sessionIds: ['s'],
    });
    expect(viewed).toEqual([
      'public',
      'accredited',
      'delegation:d',
      'firm:f',
      'person:p',
      'session:s',
      'staff:accreditation-officer',
    ]);
  });

  it('show an organiser what accredited delegates see', () => {
    expect(streamsOf({ ...nobody, personId: 'p', roles: ['organiser'] })).toEqual([
      'public',
      'accredited',
      'person:p',
      'staff:organiser',
    ]);
  });
});

describe('a session', () => {
  it('that is public is seen by everybody', () => {
    fc.assert(
      fc.property(viewer, (someone) => {
        expect(seesSession(streamsOf(someone), { id: 'a', audience: 'public' })).toBe(true);
      }),
    );
  });

  it('that is restricted is seen by those named for it and by organisers, and by nobody else', () => {
    fc.assert(
      fc.property(viewer, (someone) => {
        const cleared =
          someone.personId !== null &&
          (someone.sessionIds.includes('a') || someone.roles.includes('organiser'));
        expect(seesSession(streamsOf(someone), { id: 'a', audience: 'restricted' })).toBe(cleared);
      }),
    );
  });

  it('that is for accredited delegates is seen by its speakers before they are accredited', () => {
    const speaker = streamsOf({ ...nobody, personId: 'p', sessionIds: ['a'] });
    expect(seesSession(speaker, { id: 'a', audience: 'accredited' })).toBe(true);
    expect(seesSession(speaker, { id: 'b', audience: 'accredited' })).toBe(false);
  });
});

describe('a change of audience', () => {
  it('reaches exactly those who see the session now or saw it before', () => {
    fc.assert(
      fc.property(viewer, session, fc.constantFrom(...sessionAudiences), (someone, before, audience) => {
        const streams = streamsOf(someone);
        const after = { ...before, audience };
        const { show, withdraw } = audienceOfChange(before, after);
        const reached = [...show, ...withdraw].some((stream) => streams.includes(stream));
        expect(reached).toBe(seesSession(streams, before) || seesSession(streams, after));
        expect(show).toEqual(audienceOfSession(after));
        expect(show.some((stream) => withdraw.includes(stream))).toBe(false);
      }),
    );
  });
});

describe('a session that changes its audience', () => {
  it('is widened exactly when somebody sees it who did not see it before', () => {
    const audience = fc.constantFrom(...sessionAudiences);
    const everybody = fc.sample(viewer, 500).map(streamsOf);
    fc.assert(
      fc.property(audience, audience, (before, after) => {
        const isNew = everybody.some(
          (streams) =>
            seesSession(streams, { id: 'a', audience: after }) &&
            !seesSession(streams, { id: 'a', audience: before }),
        );
        expect(widensAudience(before, after)).toBe(isNew);
      }),
    );
  });
});

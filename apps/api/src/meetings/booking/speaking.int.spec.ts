import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { acceptMeeting, requestMeeting, suitableTimes } from '@forum/contract/meetings/requests';
import type { SessionDetail } from '@forum/contract/programme/session';
import { changeSession, previewSessionChange } from '@forum/contract/programme/session-changes';
import { addSpeaker, readSessionPeople, removeSpeaker } from '@forum/contract/programme/session-people';
import { CalendarsRepository } from '../../matchmaking/matching/calendars.repository.ts';
import { editionCalendars } from '../../matchmaking/matching/edition-calendars.ts';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { addTestSession } from '../../testing/test-programme.ts';
import { deskOf, firmOfPeople, twoFirms } from '../../testing/two-firms.ts';

const year = 2031;
const at = (clock: string) => `${year}-05-12T${clock}:00Z`;

let world: Awaited<ReturnType<typeof twoFirms>>;
let desk: TestBrowser;
/** A firm whose only person speaks from nine to a quarter to ten in Seoul, and one whose only person does not. */
let speaking: Awaited<ReturnType<typeof firmOfPeople>>;
let asking: Awaited<ReturnType<typeof firmOfPeople>>;
let session: SessionDetail;
let version: number;

const inEdition = () => ({ params: { edition: world.edition.slug } });
const inSession = () => ({ params: { edition: world.edition.slug, session: session.id } });

const ask = (start: string) =>
  asking.browser.call(requestMeeting, {
    ...inEdition(),
    body: {
      fromTeamId: asking.teamId,
      toTeamId: speaking.teamId,
      participants: [asking.delegateIds[0]!],
      topic: 'Sensors',
      message: '',
      suggested: [start],
    },
  });

const accept = (meeting: Meeting) =>
  speaking.browser.call(acceptMeeting, {
    params: world.of(meeting),
    body: {
      version: meeting.version,
      start: meeting.suggested[0]!,
      participants: [speaking.delegateIds[0]!],
    },
  });

const freeAt = async (start: string) =>
  (
    await asking.browser.call(suitableTimes, {
      ...inEdition(),
      query: { fromTeam: asking.teamId, toTeam: speaking.teamId },
    })
  ).body.slots.find((slot) => slot.start === start)?.free;

/** Of the hall's slots, how many the matching counts as free for the speaker's firm. */
const countedFree = async () => {
  const { reader } = world.forum.database;
  const now = at('00:00').replace('2031', '2030');
  const lists = await world.forum.app.get(CalendarsRepository).read(reader, world.edition.id, now);
  return editionCalendars(lists, now).freeSlots.get(speaking.id);
};

/** When the planner takes the speaker to be elsewhere. */
const takenForPlans = async () =>
  (
    await world.forum.app
      .get(ReservationsService)
      .taken(world.forum.database.reader, [speaking.browser.personId!], {
        start: at('00:00'),
        end: at('03:00'),
      })
  ).map(({ start, commitmentKind }) => [commitmentKind, start]);

const move = async (start: string) => {
  const answer = await desk.call(changeSession, {
    ...inSession(),
    body: { version, change: { kind: 'move', start } },
  });
  version = answer.body.sessions[0]!.version;
};

beforeAll(async () => {
  world = await twoFirms(year);
  desk = await deskOf(world.forum);
  speaking = await firmOfPeople(world.forum, world.edition, 'Speaking', 'KR');
  asking = await firmOfPeople(world.forum, world.edition, 'Asking', 'NO');
  session = await addTestSession(desk, world.edition, { title: 'Keynote', at: '05-12T09:00' });
  await desk.call(addSpeaker, { ...inSession(), body: { delegateId: speaking.delegateIds[0]! } });
  version = session.version + 1;
});
afterAll(() => world.forum.stop());

describe('a delegate who speaks in a session', () => {
  it('is not free then, for requests, matching or plans, and cannot be booked', async () => {
    expect([await freeAt(at('00:00')), await freeAt(at('00:25')), await freeAt(at('00:50'))]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await takenForPlans()).toEqual([['speaking', at('00:00')]]);
    expect(await countedFree()).toBe(5);
    expect((await ask(at('00:25'))).status).toBe(409);
    const { body: asked } = await ask(at('00:50'));
    await move(`${year}-05-12T10:00`);
    const refused = await accept(asked);
    expect([refused.status, refused.problem.code]).toEqual([409, 'meeting.slot_taken']);
    expect(refused.problem.details).toMatchObject({
      obstacles: [{ code: 'person-busy', who: 'Speaking KR' }],
    });
  });

  it('is free again when the session moves or is cancelled, or somebody else speaks', async () => {
    expect([await freeAt(at('00:25')), await freeAt(at('01:15'))]).toEqual([true, false]);
    await desk.call(changeSession, { ...inSession(), body: { version, change: { kind: 'cancel' } } });
    expect([await freeAt(at('01:15')), await takenForPlans()]).toEqual([true, []]);
    const reinstated = await desk.call(changeSession, {
      ...inSession(),
      body: { version: version + 1, change: { kind: 'reinstate' } },
    });
    version = reinstated.body.sessions[0]!.version;
    expect(await freeAt(at('01:15'))).toBe(false);
    const { speakers } = (await desk.call(readSessionPeople, inSession())).body;
    const params = { ...inSession().params, speaker: speakers[0]!.id };
    await desk.call(removeSpeaker, { params });
    expect(await freeAt(at('01:15'))).toBe(true);
    await desk.call(addSpeaker, { ...inSession(), body: { delegateId: speaking.delegateIds[0]! } });
    version += 2;
  });

  it('keeps an agreed meeting when the session moves onto it: the secretariat sees the clash and moves it all the same', async () => {
    const agreed = await accept((await ask(at('02:05'))).body);
    expect(agreed.status).toBe(200);
    const change = { kind: 'move' as const, start: `${year}-05-12T11:00` };
    const { clashes } = (await desk.call(previewSessionChange, { ...inSession(), body: { change } })).body;
    expect(clashes).toMatchObject([{ kind: 'meeting', who: 'Speaking KR', start: at('02:05') }]);
    await move(change.start);
    expect(await takenForPlans()).toEqual([
      ['speaking', at('02:00')],
      ['meeting', at('02:05')],
    ]);
    expect(await freeAt(at('02:30'))).toBe(false);
  });
});

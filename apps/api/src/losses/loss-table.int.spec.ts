import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Effect, isPossible, losses } from '@forum/domain/losses/loss';
import { lossTable } from '@forum/domain/losses/loss-table';
import { findOrphans } from '../operations/orphans/orphans.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { carryOut } from './testing/carry-out.ts';
import { twoThatMeet } from './testing/two-that-meet.ts';

let forum: TestForum;
let year = 2030;

beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

const carried = losses.filter((loss) => carryOut[loss] !== null);

/** What the table says of a cell that a carried out loss touches. */
function effectOf(
  loss: (typeof losses)[number],
  dependent: 'agreed-meeting' | 'open-request' | 'reservation',
): Effect {
  const bond = lossTable[loss][dependent];
  if (!isPossible(bond)) throw new Error(`${loss} is carried out and cannot touch ${dependent}`);
  return bond.does;
}

describe.each(carried)('%s', (loss) => {
  it('does to a meeting, a request and their time what the table says, and leaves nothing hanging', async () => {
    const here = await twoThatMeet(forum, ++year);
    const agreed = await here.agree('00:00');
    const asked = await here.ask('00:25');
    await carryOut[loss]!(forum, here);
    const [meeting, request] = [await here.seen(agreed), await here.seen(asked)];
    expect(meetingAfter(meeting)).toBe(effectOf(loss, 'agreed-meeting'));
    const isElsewhere = request.to.teamId !== asked.to.teamId;
    const still: Effect = isElsewhere ? 'handed-over' : 'stays';
    expect(request.state === 'requested' ? still : 'ends').toBe(effectOf(loss, 'open-request'));
    const kinds = (await here.reserved(agreed)).map(({ kind }) => kind);
    const reservation: Effect = kinds.length === 0 ? 'freed' : kinds.includes('table') ? 'stays' : 'goes-on';
    expect(reservation).toBe(effectOf(loss, 'reservation'));
    expect(await findOrphans(forum.database.reader)).toEqual([]);
  });
});

const meetingAfter = ({ state, placeLost }: { state: string; placeLost: string | null }): Effect =>
  state !== 'accepted' ? 'ends' : placeLost ? 'held' : 'stays';

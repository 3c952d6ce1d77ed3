import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Consequence,
  type Dependent,
  type Effect,
  isPossible,
  type Told,
} from '@forum/domain/losses/loss';
import { lossTable } from '@forum/domain/losses/loss-table';
import { findOrphans } from '../operations/orphans/orphans.repository.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { carryOut } from './testing/carry-out.ts';
import { shownBefore } from './testing/shown-before.ts';
import { setAtDesk, tableBeside } from './testing/smaller-halls.ts';
import { type Here, twoThatMeet } from './testing/two-that-meet.ts';

let forum: TestForum;
let year = 2030;

beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

type Carried = keyof typeof carryOut;
const carried = Object.keys(carryOut) as Carried[];

/** What the table says of a cell that a carried out loss touches. */
function bondOf(loss: Carried, dependent: Dependent): Consequence {
  const bond = lossTable[loss][dependent];
  if (!isPossible(bond)) throw new Error(`${loss} is carried out and cannot touch ${dependent}`);
  return bond;
}

/** The meeting that is to lose something: of everybody where seats are lost, beside another where a table is. */
async function agreeFor(loss: Carried, here: Here) {
  const { hanbit, nordlys } = here;
  await setAtDesk(here);
  if (loss === 'seats-fewer') return here.agree('00:00', hanbit.delegateIds, nordlys.delegateIds);
  if (loss === 'table-gone') return tableBeside(here);
  return here.agree('00:00');
}

type Heard = Awaited<ReturnType<Here['ask']>>;

/** Who hears of what becomes of a meeting: whoever comes, and of a request everybody who can answer it. */
function recipientsOf(
  told: readonly Told[],
  { from, to, state }: Heard,
  { hanbit, nordlys }: Here,
): string[] {
  const isRequest = state === 'requested';
  const comes = (firm: typeof hanbit, party: Heard['from']) =>
    firm.delegateIds.flatMap((id, n) =>
      isRequest || party.people.some(({ delegateId }) => delegateId === id) ? [`${party.firm}-${n}`] : [],
    );
  const asked = isRequest ? comes(hanbit, from).slice(0, 1) : comes(hanbit, from);
  return [...(told.includes('both-sides') ? asked : []), ...(told.length > 0 ? comes(nordlys, to) : [])];
}

describe.each(carried)('%s', (loss) => {
  it('does to a meeting, a request and their time what was shown and the table says, and notifies each once', async () => {
    const here = await twoThatMeet(forum, ++year);
    const agreed = await agreeFor(loss, here);
    const asked = await here.ask('01:15');
    for (const [dependent, meeting] of [
      ['agreed-meeting', agreed],
      ['open-request', asked],
    ] as const) {
      const { shown } = bondOf(loss, dependent);
      if (!shown) continue;
      const named = { id: meeting.id, from: `hanbit${year}`, to: `nordlys${year}` };
      expect(await shownBefore(forum, here, loss, shown)).toContainEqual(named);
    }
    await carryOut[loss](forum, here);
    for (const [dependent, before] of [
      ['agreed-meeting', agreed],
      ['open-request', asked],
    ] as const) {
      const recipients = recipientsOf(bondOf(loss, dependent).told, before, here);
      // Nothing is mailed to whoever is erased.
      const reached = recipients.filter(
        (one) => loss !== 'representative-erased' || one !== `hanbit${year}-0`,
      );
      expect(await here.toldSince(before)).toEqual(reached);
    }
    const [meeting, request] = [await here.seen(agreed), await here.seen(asked)];
    expect(meetingAfter(meeting)).toBe(bondOf(loss, 'agreed-meeting').does);
    const isElsewhere = request.to.teamId !== asked.to.teamId;
    const still: Effect = isElsewhere ? 'handed-over' : 'stays';
    expect(request.state === 'requested' ? still : 'ends').toBe(bondOf(loss, 'open-request').does);
    const kinds = (await here.reserved(agreed)).map(({ kind }) => kind);
    const reservation: Effect = kinds.length === 0 ? 'freed' : kinds.includes('table') ? 'stays' : 'goes-on';
    expect(reservation).toBe(bondOf(loss, 'reservation').does);
    expect(await findOrphans(forum.database.reader)).toEqual([]);
  });
});

const meetingAfter = ({ state, placeLost }: { state: string; placeLost: string | null }): Effect =>
  state !== 'accepted' ? 'ends' : placeLost ? 'held' : 'stays';

import { foreseeDecision } from '@forum/contract/delegations/accreditation';
import { foreseeHall } from '@forum/contract/meetings/halls';
import { listMeetings } from '@forum/contract/meetings/meetings';
import type { ShownBefore } from '@forum/domain/losses/loss';
import type { TestForum } from '../../testing/test-forum.ts';
import { proposeListWithout } from './list-without.ts';
import { hallToBe, smallerHalls } from './smaller-halls.ts';
import { done, type Here } from './two-that-meet.ts';

/** A meeting as it is named before something is lost under it. */
interface Shown {
  id: string;
  from: string;
  to: string;
}

/** What whoever causes a loss reads of the meetings that it touches, in the place where the table says. */
export async function shownBefore(
  forum: TestForum,
  here: Here,
  loss: string,
  where: ShownBefore,
): Promise<Shown[]> {
  const { desk, hanbit, nordlys, params } = here;
  const named = ({ id, from, to }: Shown): Shown => ({ id, from, to });
  switch (where) {
    case 'import-difference':
      return (await proposeListWithout(forum, here)).touched.meetings.map(named);
    case 'decision': {
      const body = { delegates: hanbit.delegateIds.slice(0, 1) };
      return done(await desk.call(foreseeDecision, { params, body })).meetings.map(named);
    }
    case 'hall-form': {
      const part = smallerHalls[loss as keyof typeof smallerHalls];
      const body = await hallToBe(here, part);
      return done(await desk.call(foreseeHall, { params, body })).meetings.map(named);
    }
    case 'own-registration':
    case 'own-meetings': {
      const reader =
        loss === 'team-dissolved'
          ? nordlys.browser
          : hanbit.browsers[loss === 'representative-ended' ? 1 : 0]!;
      const { meetings } = done(await reader.call(listMeetings, { params }));
      return meetings.map(({ id, from, to }) => ({ id, from: from.firm, to: to.firm }));
    }
    default:
      throw new Error(`${where} names no meetings`);
  }
}

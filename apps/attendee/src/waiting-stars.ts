import { call } from '@forum/client/http';
import { deviceTurnStore } from '@forum/client/offline/turn-store';
import { type StarTurn, WaitingStars } from '@forum/client/offline/waiting-stars';
import { keyOf, queryOf } from '@forum/client/query';
import { whoAmI } from '@forum/contract/identity/me';
import { readStars, star, unstar } from '@forum/contract/programme/stars';
import type { SignedIn } from '@forum/ui/lib/edition';
import type { QueryClient } from '@tanstack/react-query';

/** Whose stars these are: who is signed in, and for whom they act. */
export const readerOf = (me: SignedIn): string => `${me.id} ${me.actingFor?.aide ?? ''}`;

/** The stars that wait on this device, sent when the network returns. */
export function waitingStarsOf(client: QueryClient): WaitingStars {
  const send = async ({ edition, session, on }: StarTurn) => {
    const params = { edition };
    await call(on ? star : unstar, { params: { edition, session } });
    client.setQueryData(queryOf(readStars, { params }).queryKey, (before) => {
      if (!before) return before;
      const others = before.sessionIds.filter((id) => id !== session);
      return { ...before, sessionIds: on ? [...others, session] : others };
    });
    void client.invalidateQueries({ queryKey: keyOf(readStars, params) });
  };
  const reader = async () => {
    const me = await call(whoAmI);
    return me && readerOf(me);
  };
  const stars = new WaitingStars(deviceTurnStore(), { send, reader });
  addEventListener('online', () => void stars.flush());
  void stars.flush();
  return stars;
}

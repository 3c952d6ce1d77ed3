import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProblemError } from '../http.ts';
import { unreachable } from '../problem-response.ts';
import { type StarTurn, type TurnStore, WaitingStars } from './waiting-stars.ts';

function memory(): TurnStore & { kept: Map<string, StarTurn> } {
  const kept = new Map<string, StarTurn>();
  return {
    kept,
    all: () => Promise.resolve([...kept.values()]),
    put: (turn) => Promise.resolve(void kept.set(turn.id, turn)),
    remove: (turn) => {
      if (kept.get(turn.id)?.on === turn.on) kept.delete(turn.id);
      return Promise.resolve();
    },
    clear: () => Promise.resolve(kept.clear()),
  };
}

let store: ReturnType<typeof memory>;
let network: 'there' | 'gone' | 'refusing';
let signedIn: string | null;
let starred: Set<string>;

const refusal = new ProblemError({ ...unreachable, status: 404, code: 'not_found' });
const begin = () =>
  new WaitingStars(store, {
    reader: () =>
      network === 'gone' ? Promise.reject(new ProblemError(unreachable)) : Promise.resolve(signedIn),
    send: ({ session, on }) => {
      if (network === 'gone') return Promise.reject(new ProblemError(unreachable));
      if (network === 'refusing') return Promise.reject(refusal);
      if (on) starred.add(session);
      else starred.delete(session);
      return Promise.resolve();
    },
  });
const turned = (session: string, on = true) => ({ reader: 'kim', edition: 'seoul-2027', session, on });

beforeEach(() => {
  jest.useFakeTimers();
  store = memory();
  network = 'there';
  signedIn = 'kim';
  starred = new Set(['opening']);
});
afterEach(() => void jest.useRealTimers());

describe('a star', () => {
  it('reaches the forum at once when there is a network, and nothing waits', async () => {
    const stars = begin();
    await stars.turn(turned('panel'));
    expect([[...starred], stars.get().turns, store.kept.size]).toEqual([['opening', 'panel'], [], 0]);
  });

  it('turned without network outlives the tab, and is sent when the forum answers again', async () => {
    network = 'gone';
    const first = begin();
    await first.turn(turned('panel'));
    await first.turn(turned('opening', false));
    expect(first.get().turns).toMatchObject([turned('panel'), turned('opening', false)]);
    const next = begin();
    await next.flush();
    expect(next.get().turns).toHaveLength(2);
    network = 'there';
    await jest.advanceTimersByTimeAsync(15_000);
    expect([[...starred], next.get().turns, store.kept.size]).toEqual([['panel'], [], 0]);
  });

  it('that is turned twice waits as it was turned last', async () => {
    network = 'gone';
    const stars = begin();
    await stars.turn(turned('panel'));
    await stars.turn(turned('panel', false));
    expect(stars.get().turns).toMatchObject([turned('panel', false)]);
  });

  it('that is refused waits no more, and the refusal is told until it was seen', async () => {
    network = 'refusing';
    const stars = begin();
    await stars.turn(turned('panel'));
    expect([stars.get().turns, store.kept.size]).toEqual([[], 0]);
    expect(stars.get().refused).toMatchObject([{ turn: turned('panel'), problem: { code: 'not_found' } }]);
    stars.dismiss();
    expect(stars.get().refused).toEqual([]);
  });

  it('is never sent as somebody else, and is forgotten with all that a reader kept', async () => {
    network = 'gone';
    const stars = begin();
    await stars.turn(turned('panel'));
    network = 'there';
    signedIn = 'lee';
    await stars.flush();
    expect([[...starred], store.kept.size]).toEqual([['opening'], 1]);
    await stars.forget();
    expect([stars.get().turns, store.kept.size]).toEqual([[], 0]);
  });

  it('that another tab has turned back meanwhile is not turned again', async () => {
    network = 'gone';
    const [one, other] = [begin(), begin()];
    await one.turn(turned('opening', false));
    await other.flush();
    await other.turn(turned('opening'));
    network = 'there';
    await one.flush();
    await other.flush();
    expect([[...starred], store.kept.size]).toEqual([['opening'], 0]);
  });
});

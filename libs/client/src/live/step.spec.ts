import type { Change } from '@forum/contract/live/changes';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longestPause, pollPause, reconnectPause, returnPause } from './delays.ts';
import { liveBefore, type LiveEffect, type LiveEvent, type LiveState } from './live-state.ts';
import { step } from './step.ts';

const at = '2027-05-12T01:00:00.000Z';
const begin = Date.parse(at);

const changeOf = (number: number, stream = 'public'): Change => ({
  stream,
  number,
  type: 'firms.changed',
  entity: '8a6e0804-2bd0-4672-b79d-d97027f9071a',
  at,
});

/** The state after some events, each a second after the one before, and all that was to be done. */
const after = (...events: LiveEvent[]) => afterFrom(liveBefore(begin), ...events);

function afterFrom(before: LiveState, ...events: LiveEvent[]) {
  let state = before;
  const effects: LiveEffect[] = [];
  events.forEach((event, second) => {
    const next = step(state, event, { now: begin + second * 1000, random: 0.5 });
    state = next.state;
    effects.push(...next.effects);
  });
  return { state, effects, last: effects.at(-1) };
}

const welcome = (heads: Record<string, number>): LiveEvent => ({ kind: 'welcome', heads, now: at });
const told = (...numbers: number[]): LiveEvent => ({
  kind: 'changes',
  changes: numbers.map((number) => changeOf(number)),
});
const open: LiveEvent[] = [{ kind: 'start' }, welcome({ public: 4 })];
const asks = (effects: LiveEffect[]) => effects.filter(({ kind }) => kind === 'ask');

describe('a socket that was welcomed', () => {
  it('is live, and knows how the clocks differ', () => {
    expect(after(...open).state.status).toEqual({
      state: 'live',
      since: expect.any(String),
      clockOffset: -1000,
    });
  });

  it('is not live while the database of the server does not answer, until it does or is heard from', () => {
    const silent: LiveEvent = { kind: 'database', answers: false };
    const stateAfter = (...events: LiveEvent[]) => after(...open, ...events).state.status;
    expect(stateAfter(silent)).toMatchObject({ state: 'stalled', since: '2027-05-12T01:00:02.000Z' });
    expect(stateAfter(silent, silent).since).toBe('2027-05-12T01:00:02.000Z');
    expect(stateAfter(silent, { kind: 'database', answers: true }).state).toBe('live');
    expect(stateAfter(silent, { kind: 'heartbeat', heads: { public: 4 }, now: at }).state).toBe('live');
    expect(stateAfter(silent, { kind: 'closed' }).state).toBe('reconnecting');
    expect(stateAfter(silent, { kind: 'closed' }, welcome({ public: 4 })).state).toBe('live');
  });

  it('applies the next change and drops one that was applied before', () => {
    const { state, effects } = after(...open, told(5), told(4, 5));
    expect(state.last).toEqual({ public: 5 });
    expect(effects.filter(({ kind }) => kind === 'apply')).toEqual([
      { kind: 'apply', changes: [changeOf(5)] },
    ]);
  });

  it('has read again what was computed anew, which is in no stream', () => {
    const { state, last } = after(...open, { kind: 'computed', what: 'matching' });
    expect(last).toEqual({ kind: 'computed', what: 'matching' });
    expect(state.last).toEqual({ public: 4 });
  });

  it('asks for a gap, keeps what is behind it, and applies both in order', () => {
    const gap = after(...open, told(6));
    expect(gap.last).toEqual({ kind: 'ask', since: { public: 4 } });
    expect(gap.state.status.state).toBe('catching-up');
    const caught: LiveEvent = { kind: 'caught-up', changes: [changeOf(5)], heads: { public: 6 }, reset: [] };
    const { state, last } = after(...open, told(6), caught);
    expect(last).toEqual({ kind: 'apply', changes: [changeOf(5), changeOf(6)] });
    expect(state.status.state).toBe('live');
  });

  it('asks when a heartbeat stands ahead of it', () => {
    const beat: LiveEvent = { kind: 'heartbeat', heads: { public: 5 }, now: at };
    expect(after(...open, beat).last).toEqual({ kind: 'ask', since: { public: 4 } });
  });

  it('fetches afresh what is too old to be told', () => {
    const caught: LiveEvent = { kind: 'caught-up', changes: [], heads: { public: 900 }, reset: ['public'] };
    const { state, last } = after(...open, told(900), caught);
    expect(last).toEqual({ kind: 'reset', heads: { public: 900 } });
    expect(state).toMatchObject({ last: { public: 900 }, waiting: [], status: { state: 'live' } });
  });

  it('fetches afresh when numbers went back, as after a backup was restored', () => {
    const beat: LiveEvent = { kind: 'heartbeat', heads: { public: 2 }, now: at };
    const caught: LiveEvent = { kind: 'caught-up', changes: [], heads: { public: 2 }, reset: [] };
    const { state, last } = after(...open, beat, caught);
    expect(last).toEqual({ kind: 'reset', heads: { public: 2 } });
    expect(state.last).toEqual({ public: 2 });
  });

  it('fetches afresh when a stream came or went with the rights of the reader', () => {
    const accredited: LiveEvent = { kind: 'heartbeat', heads: { public: 4, accredited: 7 }, now: at };
    expect(after(...open, accredited).last).toEqual({ kind: 'reset', heads: { public: 4, accredited: 7 } });
    expect(after(...open, accredited, { kind: 'heartbeat', heads: { public: 4 }, now: at }).last).toEqual({
      kind: 'reset',
      heads: { public: 4 },
    });
  });

  it('is given up when nothing was heard for two heartbeats', () => {
    const { state, effects } = after(...open, { kind: 'timer', timer: 'silence' });
    expect(state.socket).toBe('closed');
    expect(effects).toContainEqual({ kind: 'disconnect' });
  });

  it('leaves a server that leaves, and comes back no sooner than it asked for', () => {
    const { effects } = after(...open, { kind: 'leaving', retryAfter: 3000 });
    expect(effects).toContainEqual({ kind: 'timer', timer: 'reconnect', after: 4500 });
  });
});

describe('a socket that was lost', () => {
  const lost: LiveEvent[] = [...open, { kind: 'closed' }];
  const polled: LiveEvent[] = [...lost, { kind: 'timer', timer: 'poll' }];
  const answer: LiveEvent = { kind: 'caught-up', changes: [], heads: { public: 4 }, reset: [] };

  it('is opened again soon, and after 5 s without one the forum is asked instead', () => {
    const { state, effects } = after(...lost);
    expect(state.status.state).toBe('reconnecting');
    expect(effects).toContainEqual({ kind: 'timer', timer: 'reconnect', after: 600 });
    expect(effects).toContainEqual({ kind: 'timer', timer: 'poll', after: 5000 });
    expect(asks(after(...polled).effects)).toEqual([{ kind: 'ask', since: { public: 4 } }]);
  });

  it('is polled for and says so, while somebody answers', () => {
    const { state, last } = after(...polled, answer);
    expect(state.status.state).toBe('polling');
    expect(last).toEqual({ kind: 'timer', timer: 'poll', after: 15_000 });
  });

  it('is offline since the forum was heard last, by its clock, when nobody answers', () => {
    const { state } = after(...polled, { kind: 'ask-failed', reached: false });
    expect(state.status).toMatchObject({ state: 'offline', since: at });
  });

  it('is offline at once when the device says so, and since the forum was heard last', () => {
    const { state } = after(...open, { kind: 'cut-off' });
    expect(state.socket).toBe('closed');
    expect(state.status).toMatchObject({ state: 'offline', since: at });
  });

  it('does not put off polling when opening it fails again and again', () => {
    const again: LiveEvent[] = [{ kind: 'timer', timer: 'reconnect' }, { kind: 'closed' }];
    const polls = after(...lost, ...again, ...again).effects.filter(
      (effect) => effect.kind === 'timer' && effect.timer === 'poll' && effect.after !== null,
    );
    expect(polls).toHaveLength(2);
  });

  it('is tried at once when the device wakes', () => {
    expect(after(...lost, { kind: 'woke' }).last).toEqual({ kind: 'timer', timer: 'reconnect', after: 500 });
  });

  it('takes up where it stood when it comes back', () => {
    const back = after(...lost, { kind: 'timer', timer: 'reconnect' }, welcome({ public: 9 }));
    expect(back.last).toEqual({ kind: 'ask', since: { public: 4 } });
  });
});

describe('a page that is loaded without network', () => {
  const yesterday = '2027-05-11T08:46:00.000Z';
  const unheard: LiveEvent[] = [{ kind: 'start' }, { kind: 'closed' }];
  const failed: LiveEvent = { kind: 'ask-failed', reached: false };

  it('asks half a second after its first attempt failed, so that it can soon say how it stands', () => {
    const { effects } = after(...unheard);
    expect(effects.at(-1)).toEqual({ kind: 'timer', timer: 'poll', after: 500 });
  });

  it('is offline since an earlier load heard the forum, however often it is loaded', () => {
    const { state } = afterFrom(liveBefore(begin, Date.parse(yesterday)), ...unheard, failed);
    expect(state.status).toMatchObject({ state: 'offline', since: yesterday });
  });

  it('is offline at once where the device says that it has no network', () => {
    const { state } = afterFrom(
      liveBefore(begin, Date.parse(yesterday)),
      { kind: 'start' },
      { kind: 'cut-off' },
    );
    expect(state.status).toMatchObject({ state: 'offline', since: yesterday });
  });

  it('says no time where this device never heard the forum', () => {
    expect(after(...unheard, failed).state.status).toMatchObject({ state: 'offline', since: null });
  });
});

describe('the pauses', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

  it('lie between a fifth of a second and 30 s before a new attempt', () => {
    fc.assert(
      fc.property(fc.nat(1000), chance, (attempt, random) => {
        const pause = reconnectPause(attempt, random);
        return pause >= 200 && pause <= longestPause;
      }),
    );
  });

  it('lie between 12 and 18 s from poll to poll', () => {
    fc.assert(fc.property(chance, (random) => pollPause(random) >= 12_000 && pollPause(random) <= 18_000));
  });

  it('never bring back anybody sooner than a server asked for', () => {
    fc.assert(
      fc.property(fc.nat(longestPause), chance, (asked, random) => returnPause(asked, random) >= asked),
    );
  });
});

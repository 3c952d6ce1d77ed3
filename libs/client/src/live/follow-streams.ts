import type { Change } from '@forum/contract/live/changes';
import type { LiveEffect, LiveState } from './live-state.ts';
import { differs, type Heads, receive } from './streams.ts';

/** A state and what is to be done on the way into it. */
export interface Step {
  state: LiveState;
  effects: LiveEffect[];
}

/** Asks for what is missing; one question at a time. */
export function ask(state: LiveState): Step {
  if (state.asking) return { state: { ...state, askAgain: true }, effects: [] };
  return {
    state: { ...state, asking: state.last, askAgain: false },
    effects: [{ kind: 'ask', since: state.last }],
  };
}

/** Takes changes as they arrive; a gap makes us ask, and what is behind it waits. */
export function take(state: LiveState, changes: readonly Change[]): Step {
  const { last, apply, waiting } = receive(state.last, [...state.waiting, ...changes]);
  const step: Step = { state: { ...state, last, waiting }, effects: applying(apply) };
  return waiting.length > 0 ? and(step, ask) : step;
}

/** Compares where the streams stand with where we do. */
export function reconcile(state: LiveState, heads: Heads): Step {
  const step = adopt(state, heads);
  return differs(step.state.last, heads) ? and(step, ask) : step;
}

/** Takes the answer to what we asked: changes, where the streams stand now, and which are too far ahead to tell. */
export function caughtUp(
  state: LiveState,
  answer: { changes: readonly Change[]; heads: Heads; reset: readonly string[] },
): Step {
  const asked = state.asking ?? state.last;
  const taken = receive(state.last, [...state.waiting, ...answer.changes]);
  const lost = Object.entries(answer.heads).filter(([stream, head]) => {
    const before = asked[stream];
    const reached = taken.last[stream];
    // A stream that is new is taken up below.
    if (reached === undefined) return false;
    if (answer.reset.includes(stream) || before === undefined) return head > reached;
    // Numbers that went back: the forum was restored from a backup. Numbers ahead that nobody tells: lost.
    return head < before || (head > reached && reached === before);
  });
  const known = { ...taken.last, ...Object.fromEntries(lost) };
  const next: LiveState = { ...state, asking: null, askAgain: false, last: known, waiting: taken.waiting };
  const effects = [...applying(taken.apply), ...resetting(Object.fromEntries(lost))];
  const drained = and(and({ state: next, effects }, drain), (after) => adopt(after, answer.heads));
  const isBehind = Object.entries(answer.heads).some(([s, head]) => head > (drained.state.last[s] ?? 0));
  return state.askAgain || isBehind ? and(drained, ask) : drained;
}

/** Streams that came are begun where they stand, streams that went are forgotten; both ask for a fresh fetch. */
function adopt(state: LiveState, heads: Heads): Step {
  const came = Object.fromEntries(
    Object.entries(heads).filter(([stream]) => state.last[stream] === undefined),
  );
  const kept = Object.fromEntries(
    Object.entries(state.last).filter(([stream]) => heads[stream] !== undefined),
  );
  const went = Object.keys(kept).length < Object.keys(state.last).length;
  const next = { ...state, last: { ...kept, ...came } };
  if (Object.keys(came).length === 0 && !went) return { state, effects: [] };
  return and({ state: next, effects: [{ kind: 'reset', heads: next.last }] }, drain);
}

/** Applies what waited, if the gap before it has closed. */
function drain(state: LiveState): Step {
  const { last, apply, waiting } = receive(state.last, state.waiting);
  return { state: { ...state, last, waiting }, effects: applying(apply) };
}

function and(before: Step, next: (state: LiveState) => Step): Step {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}

const applying = (changes: Change[]): LiveEffect[] =>
  changes.length > 0 ? [{ kind: 'apply', changes }] : [];

const resetting = (heads: Heads): LiveEffect[] =>
  Object.keys(heads).length > 0 ? [{ kind: 'reset', heads }] : [];

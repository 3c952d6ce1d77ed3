import { firstPollAfter, pollAfter, pollPause, reconnectPause, returnPause, silentAfter } from './delays.ts';
import { caughtUp, reconcile, take, type Step, ask } from './follow-streams.ts';
import type { LiveEvent, LiveState, LiveStatus, LiveTimer, Moment } from './live-state.ts';
import { lowerOf } from './streams.ts';

type Handler<K extends LiveEvent['kind']> = (
  state: LiveState,
  event: Extract<LiveEvent, { kind: K }>,
  moment: Moment,
) => Step;

const still = (state: LiveState): Step => ({ state, effects: [] });

const handlers: { [K in LiveEvent['kind']]: Handler<K> } = {
  start: (state) => ({
    state: { ...state, socket: 'opening' },
    effects: [{ kind: 'connect' }, { kind: 'timer', timer: 'poll', after: pollAfter }],
  }),

  welcome: (state, event, moment) => {
    const joined = !state.welcomed;
    const open: LiveState = {
      ...heard(state, moment, event.now),
      socket: 'open',
      attempt: 0,
      stalled: false,
      polls: 'none',
    };
    // Streams that nothing was fetched of yet begin where they stand.
    const last = joined ? { ...event.heads, ...open.last } : open.last;
    const step = reconcile({ ...open, last, welcomed: true }, event.heads);
    return {
      state: step.state,
      effects: [
        { kind: 'timer', timer: 'reconnect', after: null },
        { kind: 'timer', timer: 'poll', after: null },
        { kind: 'timer', timer: 'silence', after: silentAfter },
        ...(joined ? [{ kind: 'joined' as const, heads: last }] : []),
        ...step.effects,
      ],
    };
  },

  heartbeat: (state, event, moment) =>
    listening(state, () => reconcile({ ...heard(state, moment, event.now), stalled: false }, event.heads)),

  changes: (state, event, moment) => listening(state, () => take(heard(state, moment), event.changes)),

  computed: (state, event, moment) =>
    listening(state, () => ({
      state: heard(state, moment),
      effects: [{ kind: 'computed', what: event.what }],
    })),

  database: (state, event, moment) =>
    listening(state, () => still({ ...heard(state, moment), stalled: !event.answers })),

  leaving: (state, event, moment) => ({
    state: { ...state, socket: 'closed', attempt: 0, polls: 'none' },
    effects: [
      { kind: 'disconnect' },
      { kind: 'timer', timer: 'silence', after: null },
      { kind: 'timer', timer: 'reconnect', after: returnPause(event.retryAfter, moment.random) },
      { kind: 'timer', timer: 'poll', after: pollAfter },
    ],
  }),

  closed: (state, _event, moment) => {
    if (state.socket === 'closed') return still(state);
    const pause = reconnectPause(state.attempt, moment.random);
    return {
      state: { ...state, socket: 'closed', attempt: state.attempt + 1 },
      effects: [
        { kind: 'timer', timer: 'silence', after: null },
        { kind: 'timer', timer: 'reconnect', after: pause },
        // An attempt that failed leaves the poll running that the loss of the last socket began.
        ...(state.socket === 'open' ? [{ kind: 'timer', timer: 'poll', after: pollAfter } as const] : []),
        // A page that was never heard has nothing to show for it: it asks at once, to say how it stands.
        ...(!state.welcomed && state.attempt === 0
          ? [{ kind: 'timer', timer: 'poll', after: firstPollAfter } as const]
          : []),
      ],
    };
  },

  'cut-off': (state, _event, moment) => {
    if (state.socket !== 'open') return { ...still({ ...state, polls: 'unanswered' }) };
    const step = handlers.closed(state, { kind: 'closed' }, moment);
    return {
      state: { ...step.state, polls: 'unanswered' },
      effects: [{ kind: 'disconnect' }, ...step.effects],
    };
  },

  woke: (state, _event, moment) => {
    if (state.socket === 'open')
      return moment.now - state.heardAt > silentAfter ? onTimer.silence(state, moment) : still(state);
    if (state.socket === 'opening') return still(state);
    const soon = Math.round(moment.random * 1000);
    return {
      state: { ...state, attempt: 0 },
      effects: [{ kind: 'timer', timer: 'reconnect', after: soon }],
    };
  },

  fetched: (state, event) =>
    still(state.welcomed ? state : { ...state, last: lowerOf(state.last, event.heads) }),

  'caught-up': (state, event, moment) => {
    const step = caughtUp(heard(state, moment), event);
    return afterPoll(step, 'answered', moment);
  },

  'ask-failed': (state, event, moment) =>
    afterPoll(
      still({ ...state, asking: null, askAgain: false }),
      event.reached ? 'answered' : 'unanswered',
      moment,
    ),

  timer: (state, event, moment) => onTimer[event.timer](state, moment),
};

const onTimer: Record<LiveTimer, (state: LiveState, moment: Moment) => Step> = {
  reconnect: (state) =>
    state.socket === 'closed'
      ? { state: { ...state, socket: 'opening' }, effects: [{ kind: 'connect' }] }
      : still(state),
  poll: (state) => (state.socket === 'open' ? still(state) : ask(state)),
  silence: (state, moment) => {
    if (state.socket !== 'open') return still(state);
    const step = handlers.closed(state, { kind: 'closed' }, moment);
    return { state: step.state, effects: [{ kind: 'disconnect' }, ...step.effects] };
  },
};

/** What the live client does about an event: its next state, and what the shell must do. Pure. */
export function step(state: LiveState, event: LiveEvent, moment: Moment): Step {
  const handler = handlers[event.kind] as Handler<LiveEvent['kind']>;
  const next = handler(state, event, moment);
  return { ...next, state: { ...next.state, status: statusOf(next.state, moment) } };
}

function listening(state: LiveState, then: () => Step): Step {
  if (state.socket !== 'open') return still(state);
  const next = then();
  return {
    ...next,
    effects: [{ kind: 'timer', timer: 'silence', after: silentAfter }, ...next.effects],
  };
}

function afterPoll(done: Step, polls: LiveState['polls'], moment: Moment): Step {
  if (done.state.socket === 'open') return done;
  return {
    state: { ...done.state, polls },
    effects: [...done.effects, { kind: 'timer', timer: 'poll', after: pollPause(moment.random) }],
  };
}

function heard(state: LiveState, moment: Moment, serverNow?: string): LiveState {
  const offset = serverNow === undefined ? state.status.clockOffset : Date.parse(serverNow) - moment.now;
  // The way of a message takes some time; a new offset within a quarter of a second is no news.
  const isNews = Math.abs(offset - state.status.clockOffset) > 250;
  return {
    ...state,
    heardAt: moment.now,
    contactAt: moment.now + offset,
    status: isNews ? { ...state.status, clockOffset: offset } : state.status,
  };
}

function statusOf(state: LiveState, moment: Moment): LiveStatus {
  const now = stateName(state);
  if (now === state.status.state) return state.status;
  const since = now === 'offline' ? state.contactAt : moment.now;
  return { ...state.status, state: now, since: since === null ? null : new Date(since).toISOString() };
}

function stateName(state: LiveState): LiveStatus['state'] {
  if (state.socket === 'open' && state.stalled) return 'stalled';
  if (state.socket === 'open') return state.asking ? 'catching-up' : 'live';
  return ({ none: 'reconnecting', answered: 'polling', unanswered: 'offline' } as const)[state.polls];
}

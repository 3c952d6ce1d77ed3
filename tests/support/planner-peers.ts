/** Seconds to the proven optimum, or the best plan at the limit, of the solvers tried on the same machine (one thread). */
const peers: Record<string, string> = {
  'tic-12': 'UWrMaxSat 0.1 s, clasp 0.1 s, Chuffed 0.5 s',
  'tic-13': 'UWrMaxSat 0.3 s, clasp 0.2 s, Chuffed 12.4 s',
  'tic-13crafc': 'UWrMaxSat 8.7 s, EvalMaxSAT 16.4 s, clasp none',
  'tic-14crafa': 'UWrMaxSat 0.9 s, clasp 0.2 s',
  'forumt-14': 'UWrMaxSat 0.8 s, clasp 0.5 s, Chuffed 13.6 s',
  'forumt-14crafd': 'UWrMaxSat 0.7 s, clasp 0.2 s',
  'forum-13': 'UWrMaxSat 4.8 s, clasp 1.2 s, Chuffed 10.3 s',
  'forum-13crafc': 'UWrMaxSat 29.7 s, EvalMaxSAT 12.4 s, clasp none',
  'ticf-13crafb': 'UWrMaxSat 28.4 s, others none in 60 s',
  'ticf-14crafa': 'UWrMaxSat 4.4 s, clasp 16.0 s',
  'gen-forum14-x5': 'clasp 388 breaks and UWrMaxSat 488 after 60 s',
  'gen-forum14-x20': 'clasp 2,132 breaks after 120 s, others none',
  'gen-big-60x400': 'none',
  'gen-oversub, weight left out': 'HiGHS bound 69',
};

/** What is known of other solvers on an instance. */
export const peersOn = (instance: string): string => peers[instance] ?? '–';

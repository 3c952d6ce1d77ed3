/** How two firms can work together on a capability. */
export const cooperationModes = [
  'supply',
  'licensed-production',
  'co-production',
  'joint-venture',
  'co-development',
  'technology-transfer',
  'mro',
  'offset',
  'second-source',
  'testbed',
] as const;

/** A way in which two firms can work together. */
export type CooperationMode = (typeof cooperationModes)[number];

/**
 * How well an offer in one mode serves a need in another, in percent; the same mode serves wholly, what is not listed
 * not at all. Written once for both directions. The figures are the forum's judgement, not taken from a source: modes
 * that end in the same work share, such as licensed production and technology transfer, are near; who makes a thing can
 * usually also be a second source for it.
 */
const near: readonly (readonly [CooperationMode, CooperationMode, number])[] = [
  ['supply', 'second-source', 75],
  ['supply', 'licensed-production', 40],
  ['supply', 'co-production', 40],
  ['supply', 'offset', 30],
  ['licensed-production', 'technology-transfer', 60],
  ['licensed-production', 'co-production', 60],
  ['licensed-production', 'second-source', 50],
  ['licensed-production', 'offset', 50],
  ['co-production', 'joint-venture', 60],
  ['co-production', 'offset', 50],
  ['co-production', 'second-source', 40],
  ['joint-venture', 'co-development', 50],
  ['co-development', 'testbed', 50],
  ['co-development', 'technology-transfer', 40],
  ['technology-transfer', 'offset', 50],
  ['mro', 'offset', 30],
];

const fits = new Map<CooperationMode, ReadonlyMap<CooperationMode, number>>(
  cooperationModes.map((mode) => [
    mode,
    new Map([
      [mode, 100],
      ...near.flatMap(([a, b, percent]) =>
        a === mode ? ([[b, percent]] as const) : b === mode ? ([[a, percent]] as const) : [],
      ),
    ]),
  ]),
);

/** How well an offer in one mode serves a need in another, in percent; symmetric, 100 for the same, 0 for no use. */
export function modeFit(need: CooperationMode, offer: CooperationMode): number {
  return fits.get(need)?.get(offer) ?? 0;
}

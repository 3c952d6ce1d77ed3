/** Asks whether to stop, and remembers that it was told so. */
export interface Stopper {
  readonly shouldStop: (iterations: number) => boolean;
  hasStopped(): boolean;
}

/** Wraps the question that a caller answers; without one nothing ever stops. */
export function stopper(ask: ((iterations: number) => boolean) | undefined): Stopper {
  let hasStopped = false;
  return {
    shouldStop: (iterations) => (hasStopped ||= ask?.(iterations) ?? false),
    hasStopped: () => hasStopped,
  };
}

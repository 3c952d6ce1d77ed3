import { useSyncExternalStore } from 'react';

const desk = matchMedia('(min-width: 64rem)');

function subscribe(listener: () => void): () => void {
  desk.addEventListener('change', listener);
  return () => desk.removeEventListener('change', listener);
}

/** Whether there is room for a list and its detail side by side. */
export const useIsDesk = (): boolean => useSyncExternalStore(subscribe, () => desk.matches);

import { keepLook, lastLook, lookKey } from '@forum/client/offline/last-look';
import { useEdition } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { useEffect } from 'react';
import { newsSince } from './meeting-changes.ts';

/** When each reader had last looked before this page was loaded: what is new stays new while they read it. */
const before = new Map<string, number | null>();

function lookBefore(key: string): number | null {
  if (!before.has(key)) before.set(key, lastLook(key));
  return before.get(key) ?? null;
}

/** Since when a meeting is new to the reader; keeps on this device that they look now, once meetings are shown. */
export function useNewsSince(isShown: boolean): Date {
  const { edition, me } = useEdition();
  const now = useNow();
  const key = me && lookKey(edition.slug, me);
  const last = key === null ? null : lookBefore(key);
  useEffect(() => {
    if (key !== null && isShown && document.visibilityState === 'visible') keepLook(key, now.getTime());
  }, [key, isShown, now]);
  return newsSince(last, now);
}

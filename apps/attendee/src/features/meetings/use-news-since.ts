import { keepLook, lastLook, lookKey } from '@forum/client/offline/last-look';
import { useEdition } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { useEffect, useState } from 'react';
import { newsSince } from './meeting-changes.ts';

/** Since when a meeting is new to the reader; keeps on this device that they look now. */
export function useNewsSince(): Date {
  const { edition, me } = useEdition();
  const now = useNow();
  const key = me && lookKey(edition.slug, me);
  const [look, setLook] = useState(() => lookOf(key));
  if (look.key !== key) setLook(lookOf(key));
  useEffect(() => {
    if (key !== null && document.visibilityState === 'visible') keepLook(key, now.getTime());
  }, [key, now]);
  return newsSince(look.at, now);
}

const lookOf = (key: string | null) => ({ key, at: key === null ? null : lastLook(key) });

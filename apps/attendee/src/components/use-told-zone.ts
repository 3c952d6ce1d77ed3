import { call } from '@forum/client/http';
import { editMe } from '@forum/contract/identity/me';
import type { SignedIn } from '@forum/ui/lib/edition';
import { deviceZone } from '@forum/ui/lib/instants';
import { useEffect } from 'react';

/** Tells the forum where this device is, so that mails say the reader's own time though no zone was chosen. */
export function useToldZone(me: SignedIn | null): void {
  const zone = deviceZone();
  const isNews = me !== null && me.deviceZone !== zone;
  useEffect(() => {
    // Whether it arrives matters to no screen; the next start tells it again.
    if (isNews) call(editMe, { body: { deviceZone: zone } }).catch(() => undefined);
  }, [isNews, zone]);
}

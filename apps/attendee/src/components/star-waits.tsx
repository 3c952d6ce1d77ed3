import { StateSign } from '@forum/ui/states/state-sign';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A star that was turned on this device and is sent when the network returns. */
export function StarWaits({ on }: { on: boolean }): ReactNode {
  const { t } = useTranslation();
  return <StateSign state="late">{t(on ? 'programme.star-waits' : 'programme.unstar-waits')}</StateSign>;
}

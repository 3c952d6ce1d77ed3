import type { RouteReason } from '@forum/contract/advice/advice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from '../../components/sign.tsx';

const tones: Record<RouteReason['outcome'], Tone> = {
  open: 'good',
  'open-with-conditions': 'care',
  closed: 'bad',
  unknown: 'open',
};

/** Whether a way is open, as word and sign. */
export function Openness({ openness }: { openness: RouteReason['outcome'] }): ReactNode {
  const { t } = useTranslation();
  return <Sign tone={tones[openness]}>{t(`openness.${openness}`)}</Sign>;
}

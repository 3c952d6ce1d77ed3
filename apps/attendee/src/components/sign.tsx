import { Icon, type IconName } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';

/** Good, in need of care, bad, or not known: each a colour and a sign, never without its word. */
export type Tone = 'good' | 'care' | 'bad' | 'open';

const looks: Record<Tone, { icon: IconName; state: string }> = {
  good: { icon: 'check', state: 'live' },
  care: { icon: 'warning', state: 'soon' },
  bad: { icon: 'close', state: 'cancelled' },
  open: { icon: 'help', state: 'full' },
};

/** A word with the sign and colour of how it stands. */
export function Sign({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  const { icon, state } = looks[tone];
  return (
    <span className="state sign-word" data-state={state}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

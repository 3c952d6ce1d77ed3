import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../icons/icon.tsx';

export type StateName = 'live' | 'soon' | 'late' | 'moved' | 'cancelled' | 'full';

const signs: Record<StateName, IconName> = {
  live: 'dot',
  soon: 'today',
  late: 'late',
  moved: 'moved',
  cancelled: 'close',
  full: 'lock',
};

/** How something stands: its colour, always with a sign and a word. */
export function StateSign({ state, children }: { state: StateName; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="state" data-state={state}>
      <Icon name={signs[state]} filled={state === 'live'} />
      {children ?? t(`state.${state}`)}
    </span>
  );
}

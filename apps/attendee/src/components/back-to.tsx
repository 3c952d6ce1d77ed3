import { Icon } from '@forum/ui/icons/icon';
import { type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useIsDesk } from './use-is-desk.ts';

/** From a detail back to its list, which is then as narrowed as it was. */
export function BackTo({ to, label }: { to: string; label: string }): ReactNode {
  const { search } = useLocation();
  return (
    <p className="back-to">
      <Link
        className="button"
        data-kind="quiet"
        to={{ pathname: to, search }}
        preventScrollReset={useIsDesk()}
      >
        <Icon name="back" />
        {label}
      </Link>
    </p>
  );
}

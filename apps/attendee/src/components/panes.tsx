import { BesideDetail } from '@forum/ui/lib/beside-detail';
import type { ReactNode } from 'react';
import { Outlet, useParams } from 'react-router';
import { useIsDesk } from './use-is-desk.ts';

/** A list and, where one of its things is open, the detail: side by side on a desk, one after the other on a phone. */
export function Panes({ param, children }: { param: string; children: ReactNode }): ReactNode {
  const isOpen = useParams()[param] !== undefined;
  const isDesk = useIsDesk();
  return (
    <div className="panes" data-detail={isOpen}>
      {(isDesk || !isOpen) && (
        <div className="pane-list">
          <BesideDetail value={isOpen}>{children}</BesideDetail>
        </div>
      )}
      {isOpen && (
        <div className="pane-detail">
          <Outlet />
        </div>
      )}
    </div>
  );
}

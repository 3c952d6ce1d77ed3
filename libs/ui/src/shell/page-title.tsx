import { type ReactNode, useRef } from 'react';
import { useLocation } from 'react-router';
import { useArrival } from '../lib/arrival.ts';

interface PageTitleProps {
  /** What stands in the browser's tab before the forum's name; null where the heading is not the page's, as in a list beside its detail. */
  tab: string | null;
  className?: string;
  children: ReactNode;
}

/** The heading of a screen. It takes the focus when the reader comes here, and names the tab. */
export function PageTitle({ tab, className, children }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading, useLocation().pathname);
  return (
    <>
      {tab !== null && <title>{tab}</title>}
      <h1 ref={heading} tabIndex={-1} className={className}>
        {children}
      </h1>
    </>
  );
}

import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { keepPlace } from './back.ts';
import { useIsDesk } from './use-is-desk.ts';

interface DetailLinkProps {
  to: string;
  /** Opens beside the list it stands in, which keeps its filters and its place. */
  beside?: boolean;
  lang?: string | undefined;
  children: ReactNode;
}

/** The link of a row to its detail. */
export function DetailLink({ to, beside = false, lang, children }: DetailLinkProps): ReactNode {
  const { search, pathname } = useLocation();
  const isDesk = useIsDesk();
  return (
    <Link
      className="title"
      lang={lang}
      to={beside ? { pathname: to, search } : to}
      state={keepPlace({ pathname })}
      preventScrollReset={beside && isDesk}
    >
      {children}
    </Link>
  );
}

/** Whether a row's detail is open beside it. */
export const useIsOpen = (param: string, id: string): boolean => useParams()[param] === id;

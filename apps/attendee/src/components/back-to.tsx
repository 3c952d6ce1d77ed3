import { Icon } from '@forum/ui/icons/icon';
import { useEdition } from '@forum/ui/lib/edition';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { backFrom } from './back.ts';
import { useIsDesk } from './use-is-desk.ts';

/** From a detail back to where one came from, at the place where one was; else to its list, as narrowed as it was. */
export function BackTo({ to, label }: { to: string; label: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const isDesk = useIsDesk();
  const base = `/e/${edition.slug}`;
  const back = backFrom(state, base);
  const stepBack = (event: MouseEvent) => {
    // A new tab has no history to step back in.
    if (!back || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(-1);
  };
  return (
    <p className="back-to">
      <Link
        className="button"
        data-kind="quiet"
        to={back ? `${base}/${back.place}` : { pathname: to, search }}
        preventScrollReset={isDesk}
        onClick={stepBack}
      >
        <Icon name="back" />
        {back ? t(back.place === 'whom-to-meet' ? 'match.title' : `nav.${back.place}`) : label}
      </Link>
    </p>
  );
}

import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { Icon, type IconName } from '../icons/icon.tsx';
import { Announcer } from '../live/announcer.tsx';
import { RingMark } from '../ring/ring-mark.tsx';

/** One of the few places of an app, always at the thumb. */
export interface ShellPlace {
  to: string;
  label: string;
  icon: IconName;
  /** How many things wait there, and what that is in words. */
  waiting?: { count: number; label: string };
  /** Pages that belong to the place; shown in the rail of a desk. */
  beneath?: readonly { to: string; label: string }[];
}

interface ShellProps {
  title: string;
  accent: string;
  /** Where the sign at the top leads. */
  home: string;
  ring: { points: number; current: number };
  places: readonly ShellPlace[];
  /** Beside the sign: clock and connection. */
  masthead: ReactNode;
  /** Across the top: for whom one acts, what matters about the connection. */
  bands?: ReactNode;
  /** At the foot of a desk's rail. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The frame of an app: on a phone a line at the top and the places at the thumb, on a desk a rail. */
export function Shell({ title, accent, home, ring, places, masthead, bands, foot, children }: ShellProps) {
  const { t } = useTranslation('ui');
  return (
    <div className="shell" data-accent={accent}>
      <a className="button skip" href="#content">
        {t('shell.skip')}
      </a>
      <div className="bands">{bands}</div>
      <div className="rail">
        <header className="masthead">
          <Link to={home} className="sign" aria-label={`${t('shell.front')}: ${title}`}>
            <RingMark {...ring} />
            <span>{title}</span>
          </Link>
          {masthead}
        </header>
        <nav className="places" aria-label={t('shell.places')}>
          <ul>
            {places.map((place) => (
              <Place key={place.to} place={place} />
            ))}
          </ul>
        </nav>
        {foot && <div className="rail-only rail-foot">{foot}</div>}
      </div>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
    </div>
  );
}

function Place({ place }: { place: ShellPlace }) {
  return (
    <li>
      <NavLink to={place.to} className="place">
        <Icon name={place.icon} />
        <span>{place.label}</span>
        {place.waiting && place.waiting.count > 0 && (
          <span className="badge">
            <span aria-hidden="true">{place.waiting.count}</span>
            <span className="hidden-visually">{place.waiting.label}</span>
          </span>
        )}
      </NavLink>
      {place.beneath && (
        <ul className="beneath">
          {place.beneath.map((page) => (
            <li key={page.to}>
              <NavLink to={page.to}>{page.label}</NavLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

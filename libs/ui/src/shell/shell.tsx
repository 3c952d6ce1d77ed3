import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Icon, type IconName } from '../icons/icon.tsx';
import { useFocusOnArrival } from '../lib/use-focus-on-arrival.ts';
import { RingMark } from '../ring/ring-mark.tsx';
import { VenueClock } from '../time/time.tsx';

/** One of the places at the thumb, with those that lie beneath it on a desk. */
export interface Place {
  to: string;
  label: string;
  icon: IconName;
  /** How many things wait there, and that in words. */
  count?: number;
  countLabel?: string;
  beneath?: readonly { to: string; label: string }[];
  /** Addresses that belong to it without lying below `to`. */
  also?: readonly string[];
}

interface ShellProps {
  home: string;
  title: string;
  accent: string;
  places: readonly Place[];
  /** Bands over everything: for whom one acts, how the forum is heard. */
  bands?: ReactNode;
  /** Beside the clock at the top of a phone. */
  sign?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** The frame of an app: five places at the thumb of a phone, a rail on a desk. */
export function Shell({ home, title, accent, places, bands, sign, foot, children }: ShellProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="shell" data-accent={accent}>
      <a className="skip button" href="#main">
        {t('shell.skip')}
      </a>
      <section className="bands" aria-label={t('shell.state')}>
        {bands}
      </section>
      <div className="rail">
        <header className="masthead">
          <NavLink className="sign" to={home}>
            <RingMark />
            <span>{title}</span>
          </NavLink>
          {sign && <div className="phone-only">{sign}</div>}
          <VenueClock />
        </header>
        <nav className="places" aria-label={t('shell.places')}>
          <ul>
            {places.map((place) => (
              <li key={place.to}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </nav>
        <footer className="rail-only rail-foot">{foot}</footer>
      </div>
      <Main>{children}</Main>
    </div>
  );
}

function PlaceLink({ place }: { place: Place }): ReactNode {
  const { pathname } = useLocation();
  const isNear = [...(place.beneath ?? []).map(({ to }) => to), ...(place.also ?? [])].some((path) =>
    pathname.startsWith(path),
  );
  return (
    <>
      <NavLink className="place" to={place.to} data-near={isNear || undefined}>
        <Icon name={place.icon} />
        <span>{place.label}</span>
        {place.count ? (
          <span className="badge">
            <span aria-hidden={place.countLabel !== undefined}>{place.count}</span>
            {place.countLabel && <span className="hidden-visually">{place.countLabel}</span>}
          </span>
        ) : null}
      </NavLink>
      {place.beneath && (
        <ul className="beneath">
          {place.beneath.map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to}>{label}</NavLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The content; after a change of screen the focus stands on its heading. */
function Main({ children }: { children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main, useLocation().pathname);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}

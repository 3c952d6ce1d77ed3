import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Icon, type IconName } from '../icons/icon.tsx';
import { RingMark } from '../ring/ring-mark.tsx';
import { VenueClock } from '../time/time.tsx';

/** One of the places at the thumb, with those that lie beneath it on a desk. */
export interface Place {
  to: string;
  label: string;
  icon: IconName;
  count?: number;
  beneath?: readonly { to: string; label: string }[];
}

interface ShellProps {
  home: string;
  title: string;
  accent: string;
  places: readonly Place[];
  /** Bands over everything: for whom one acts, how the forum is heard. */
  bands?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** The frame of an app: five places at the thumb of a phone, a rail on a desk. */
export function Shell({ home, title, accent, places, bands, foot, children }: ShellProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="shell" data-accent={accent}>
      <a className="skip button" href="#main">
        {t('shell.skip')}
      </a>
      <div className="bands">{bands}</div>
      <div className="rail">
        <header className="masthead">
          <NavLink className="sign" to={home}>
            <RingMark />
            <span>{title}</span>
          </NavLink>
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
        <div className="rail-only rail-foot">{foot}</div>
      </div>
      <Main>{children}</Main>
    </div>
  );
}

function PlaceLink({ place }: { place: Place }): ReactNode {
  return (
    <>
      <NavLink className="place" to={place.to}>
        <Icon name={place.icon} />
        <span>{place.label}</span>
        {place.count ? <span className="badge">{place.count}</span> : null}
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

/** The content; after a change of screen the focus stands on its heading, so that it is read out. */
function Main({ children }: { children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const heading = main.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
}

import { queryOf } from '@forum/client/query';
import type { Edition } from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { whoAmI } from '@forum/contract/identity/me';
import { capitalName } from '@forum/ui/lib/capital-name';
import { clockIn, dayNameIn, dayRange, deviceZone, offsetIn } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { Ring } from '@forum/ui/ring/ring';
import { RingMark } from '@forum/ui/ring/ring-mark';
import { Door } from '@forum/ui/shell/door';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RingYears } from '../../features/front/ring-years.tsx';

/** What everybody may see: the current edition, the ring of hosts, and the way in. */
export function FrontPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(queryOf(frontPage));
  const accent = query.data?.current?.capital.accent ?? 'slate';
  return (
    <Door
      accent={accent}
      sign={
        <span className="sign">
          <RingMark />
          <span>{t('front.name')}</span>
        </span>
      }
    >
      <Read query={query}>
        {({ current, ring }) => (
          <>
            {current ? <Current edition={current} /> : <NoEdition />}
            {ring.length > 0 && (
              <>
                <div className="front-ring">
                  <Ring years={ring} />
                </div>
                <section className="front-years stack-tight">
                  <h2>{t('ring.title')}</h2>
                  <RingYears years={ring} />
                </section>
              </>
            )}
          </>
        )}
      </Read>
    </Door>
  );
}

function NoEdition(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="front-current">
      <Heading tab={t('front.name')} />
      <Empty title={t('front.no-edition')} />
    </section>
  );
}

function Current({ edition }: { edition: Edition }): ReactNode {
  const { t, i18n } = useTranslation();
  const city = capitalName(edition.capital, i18n);
  return (
    <section className="front-current">
      {edition.title !== `${edition.capital.name} ${edition.year}` && <p className="lead">{edition.title}</p>}
      <Heading tab={`${city} ${edition.year}`} className="display">
        {city} <span className="figures">{edition.year}</span>
      </Heading>
      <p className="lead figures">{dayRange(edition.startsOn, edition.endsOn, i18n.language)}</p>
      <dl className="facts">
        <dt>{t('front.venue')}</dt>
        <dd>
          {edition.venue}
          <br />
          <span className="second">{edition.address}</span>
        </dd>
        <dt>{t('front.now-there')}</dt>
        <dd>
          <TimeThere zone={edition.zone} />
        </dd>
      </dl>
      <WayIn edition={edition} />
    </section>
  );
}

/** What the clocks there show now, and here where they differ. */
function TimeThere({ zone }: { zone: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const here = deviceZone();
  return (
    <span className="figures">
      <strong>{clockIn(now, zone)}</strong> {dayNameIn(now, zone, i18n.language)}{' '}
      <span className="second">
        ({offsetIn(now, zone)})
        {offsetIn(now, here) !== offsetIn(now, zone) &&
          ` · ${t('place.yours', { time: clockIn(now, here) })}`}
      </span>
    </span>
  );
}

function WayIn({ edition }: { edition: Edition }): ReactNode {
  const { t } = useTranslation();
  const me = useQuery(queryOf(whoAmI)).data;
  const at = (screen: string) => `/e/${edition.slug}/${screen}`;
  return (
    <p className="line-up">
      <Link className="button" data-kind="main" to={me ? at('today') : `/sign-in?to=${at('today')}`}>
        {me ? t('nav.today') : t('front.sign-in')}
      </Link>
      <Link className="button" to={at('programme')}>
        {t('nav.programme')}
      </Link>
      <Link className="button" to={at('visitors')}>
        {t('nav.visitors')}
      </Link>
    </p>
  );
}

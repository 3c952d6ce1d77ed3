import { queryOf } from '@forum/client/query';
import { type Edition, frontPage } from '@forum/contract/editions';
import { clockIn, dayNameIn, dayRange, offsetIn } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { Ring } from '@forum/ui/ring/ring';
import { RingMark } from '@forum/ui/ring/ring-mark';
import { Read } from '@forum/ui/states/read';
import { Empty } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RingYears } from '../features/front/ring-years.tsx';
import { LanguageChoice } from '@forum/ui/forms/language-choice';

/** What everybody may see: the current edition, the ring of hosts, and the way in. */
export function FrontPage(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(queryOf(frontPage));
  const accent = query.data?.current?.capital.accent ?? 'slate';
  return (
    <div className="front" data-accent={accent}>
      <header className="front-head">
        <span className="sign">
          <RingMark />
          <span>{t('front.name')}</span>
        </span>
        <LanguageChoice />
      </header>
      <main className="front-main">
        <Read query={query}>
          {({ current, ring }) => (
            <>
              {current ? <Current edition={current} /> : <Empty title={t('front.no-edition')} />}
              <section className="front-ring" aria-labelledby="ring-title">
                <h2 id="ring-title">{t('ring.title')}</h2>
                <Ring years={ring} />
                <RingYears years={ring} />
              </section>
            </>
          )}
        </Read>
      </main>
    </div>
  );
}

function Current({ edition }: { edition: Edition }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <section className="front-current">
      <p className="lead">{edition.title}</p>
      <h1 className="display">{edition.capital.name}</h1>
      <p className="lead figures">{dayRange(edition.startsOn, edition.endsOn, i18n.language)}</p>
      <dl className="facts">
        <dt>{t('front.venue')}</dt>
        <dd>
          {edition.venue}
          <br />
          <span className="second">{edition.address}</span>
        </dd>
        <dt>{t('front.now-there')}</dt>
        <dd className="figures">
          <strong>{clockIn(now, edition.zone)}</strong> {dayNameIn(now, edition.zone, i18n.language)}{' '}
          <span className="second">{offsetIn(now, edition.zone)}</span>
        </dd>
      </dl>
      <p className="line-up">
        <Link className="button" data-kind="main" to={`/sign-in?to=/e/${edition.slug}/today`}>
          {t('front.sign-in')}
        </Link>
        <Link className="button" to={`/e/${edition.slug}/programme`}>
          {t('nav.programme')}
        </Link>
        <Link className="button" to={`/e/${edition.slug}/visitors`}>
          {t('nav.visitors')}
        </Link>
      </p>
    </section>
  );
}

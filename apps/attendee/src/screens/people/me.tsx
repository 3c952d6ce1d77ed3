import { call } from '@forum/client/http';
import { editMe, endSession } from '@forum/contract/identity/me';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Heading } from '@forum/ui/shell/heading';
import { LanguageChoice } from '@forum/ui/forms/language-choice';
import { useActing, useEdition, useStanding } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { DaySheet } from '../../features/agenda/day-sheet.tsx';
import { Aides } from '../../features/me/aides.tsx';
import { isOnlyAide, principalsHere } from '../../features/me/principals-here.ts';
import { Principals } from '../../features/me/principals.tsx';
import { Availability } from '../../features/me/availability.tsx';
import { ZoneChoice } from '../../features/me/zone-choice.tsx';
import { offline } from '../../query-client.ts';

/** Oneself: registration, language and zone, aides, devices, and the way out. */
export function MeScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const standing = useStanding();
  const acting = useActing();
  const isAide = principalsHere(me, edition.slug).length > 0;
  const client = useQueryClient();
  const navigate = useNavigate();
  const setLanguage = useMutation({ mutationFn: (language: string) => call(editMe, { body: { language } }) });
  const leave = useMutation({
    mutationFn: () => call(endSession, { params: { session: 'current' } }),
    onSuccess: async () => {
      await offline.wipe();
      client.clear();
      await navigate('/forum');
    },
  });
  return (
    <div className="page">
      <Heading tab={t('nav.me')}>{acting?.name ?? me?.name ?? t('nav.me')}</Heading>
      {acting && <p className="second">{t('me.of-principal', { principal: acting.name })}</p>}
      {!me && (
        <p>
          <Link className="button" data-kind="main" to={`/sign-in?to=/e/${edition.slug}/me`}>
            {t('front.sign-in')}
          </Link>
        </p>
      )}
      {me && isAide && <Principals me={me} />}
      {me && !isOnlyAide(me, edition.slug) && (
        <section className="panel stack-tight" data-tone="accent">
          <p>
            {acting
              ? t(standing?.accredited ? 'me.principal-accredited' : 'me.principal-not-accredited', {
                  principal: acting.name,
                  edition: edition.title,
                })
              : t(standing?.accredited ? 'me.accredited' : 'me.not-accredited', { edition: edition.title })}
          </p>
          {standing && standing.roles.length > 0 && (
            <p className="second">{standing.roles.map((role) => t(`role.${role}`)).join(' · ')}</p>
          )}
          <p className="line-up">
            <Link className="button" to={`/e/${edition.slug}/register`}>
              {t('me.registration')}
            </Link>
            <Link className="button" to={`/e/${edition.slug}/agenda`}>
              {t('nav.agenda')}
            </Link>
            {standing?.firmId && (
              <Link className="button" to={`/e/${edition.slug}/firms/${standing.firmId}`}>
                {t('me.my-firm')}
              </Link>
            )}
            {standing?.firmId && !acting && (
              <>
                <Link className="button" to={`/e/${edition.slug}/whom-to-meet`}>
                  {t('match.title')}
                </Link>
                <Link className="button" to={`/e/${edition.slug}/our-profile`}>
                  {t('profile.title')}
                </Link>
              </>
            )}
            {standing?.roles.includes('organiser') && (
              <a className="button" href="/secretariat/">
                {t('me.secretariat')}
              </a>
            )}
          </p>
        </section>
      )}
      <ul className="line-up phone-links">
        <li>
          <Link to={`/e/${edition.slug}/visitors`}>{t('nav.visitors')}</Link>
        </li>
        <li>
          <Link to={`/e/${edition.slug}/people`}>{t('nav.people')}</Link>
        </li>
        <li>
          <Link to="/forum">{t('front.name')}</Link>
        </li>
      </ul>
      {acting && standing?.accredited && <DaySheet />}
      {standing?.accredited && <Availability />}
      {me && acting && (
        <div className="own-part stack-tight">
          <h2>{t('me.yourself', { name: me.name })}</h2>
          <p className="second">{t('me.yourself-text', { principal: acting.name })}</p>
        </div>
      )}
      <section className="stack-tight">
        <h2>{t('me.reading')}</h2>
        <LanguageChoice onChange={(language) => me && setLanguage.mutate(language)} />
        {me && <ZoneChoice zone={me.zone} />}
      </section>
      {me && !isAide && <Principals me={me} />}
      {me && <Aides />}
      {me && (
        <section className="stack-tight">
          <h2>{t('devices.heading')}</h2>
          {me.secondFactor.wanted && !me.secondFactor.shown && (
            <Notice tone="care">{t('factor.waits')}</Notice>
          )}
          <p>
            <Link className="button" to={`/e/${edition.slug}/sign-in`}>
              {t('me.sign-in-and-devices')}
            </Link>
          </p>
        </section>
      )}
      {me && (
        <p>
          <button
            className="button"
            data-kind="grave"
            type="button"
            disabled={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t('me.sign-out')}
          </button>
        </p>
      )}
    </div>
  );
}

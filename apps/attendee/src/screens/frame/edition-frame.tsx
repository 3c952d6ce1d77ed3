import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readEdition } from '@forum/contract/editions/editions';
import { whoAmI } from '@forum/contract/identity/me';
import { readHalls } from '@forum/contract/meetings/halls';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { readProgramme } from '@forum/contract/programme/programme';
import { LiveBar, LiveSign } from '@forum/ui/live/live-sign';
import { useVenue } from '@forum/ui/lib/venue';
import { setClockOffset } from '@forum/ui/lib/use-now';
import { type Place, Shell } from '@forum/ui/shell/shell';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import { useActing, type EditionInView, useEdition, useStanding } from '@forum/ui/lib/edition';
import { EditionProvider } from '@forum/ui/edition/edition-provider';
import { DoorFrame } from '../../components/door-frame.tsx';
import { RefusedStars } from '../../components/refused-stars.tsx';
import { SignInFirst } from '../../components/sign-in-first.tsx';
import { useToldZone } from '../../components/use-told-zone.ts';
import { ActingBand } from '../../features/me/acting-band.tsx';
import { ChangeAnnouncer } from '@forum/ui/live/change-announcer';

/** The frame around every screen of an edition. */
export function EditionFrame(): ReactNode {
  const { t } = useTranslation();
  const { edition = '' } = useParams();
  const query = useQuery(queryOf(readEdition, { params: { edition } }));
  // Nearly every screen needs these; asked for at once, they do not wait for each other.
  usePrefetchQuery(queryOf(readProgramme, { params: { edition } }));
  usePrefetchQuery(queryOf(whoAmI));
  if (query.data)
    return (
      <EditionProvider edition={query.data.edition}>
        <Frame />
      </EditionProvider>
    );
  if (query.error && problemIn(query.error).code === 'not_found')
    return (
      <DoorFrame title={t('not-there.edition')}>
        <Empty title={t('not-there.text')}>
          <p>
            <Link className="button" to="/forum">
              {t('not-there.home')}
            </Link>
          </p>
        </Empty>
      </DoorFrame>
    );
  return (
    <main className="front-main">
      <Read query={query}>{() => null}</Read>
    </main>
  );
}

/** The screens of an edition that only somebody who is signed in sees. */
const forSignedIn = /^\/e\/[^/]+\/(meetings|firms|people|whom-to-meet|our-profile|sign-in)(\/|$)/;

/** Whether this screen may be shown to whoever is here; while it is not known who that is, it is. */
function useIsForStrangers(): boolean {
  const { pathname } = useLocation();
  const who = useQuery(queryOf(whoAmI));
  return who.data !== null || !forSignedIn.test(pathname);
}

const never = () => () => undefined;

function useLiveStatus(followed: EditionInView['followed']) {
  const status = useSyncExternalStore(
    followed?.status.subscribe ?? never,
    followed?.status.get ?? (() => null),
  );
  const offset = status?.clockOffset;
  useEffect(() => {
    if (offset !== undefined) setClockOffset(offset);
  }, [offset]);
  return status;
}

function Frame(): ReactNode {
  const { edition, me, followed } = useEdition();
  const acting = useActing();
  const status = useLiveStatus(followed);
  useToldZone(me);
  const isForStrangers = useIsForStrangers();
  const { t } = useTranslation();
  const { city } = useVenue();
  return (
    <Shell
      home="/forum"
      title={`${city} ${edition.year}`}
      accent={edition.capital.accent}
      places={usePlaces()}
      bands={
        <>
          {me && acting && <ActingBand me={me} acting={acting} />}
          <RefusedStars />
          {status && <LiveBar status={status} />}
        </>
      }
      sign={status && <LiveSign status={status} />}
      foot={
        <div className="stack-tight">
          {!me && <Link to={`/sign-in?to=/e/${edition.slug}/today`}>{t('front.sign-in')}</Link>}
          {status && <LiveSign status={status} />}
        </div>
      }
    >
      <ChangeAnnouncer />
      {isForStrangers ? <Outlet /> : <SignInFirst />}
    </Shell>
  );
}

function usePlaces(): Place[] {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const acting = useActing();
  const at = (screen: string) => `/e/${edition.slug}/${screen}`;
  const mayMeet = Boolean(standing?.firmId && standing.accredited);
  const meetings = useQuery({
    ...queryOf(listMeetings, { params: { edition: edition.slug } }),
    enabled: mayMeet,
  }).data?.meetings;
  // Kept on the device, so that the way to a table is there without network.
  useQuery({
    ...queryOf(readHalls, { params: { edition: edition.slug } }),
    enabled: meetings?.some(({ state }) => state === 'accepted') ?? false,
  });
  const waiting =
    meetings?.filter((meeting) => meeting.turn !== null && meeting.turn === meeting.side).length ?? 0;
  const ofOwnFirm = [
    { to: at('whom-to-meet'), label: t('match.title') },
    { to: at('our-profile'), label: t('profile.title') },
    { to: at(`firms/${standing?.firmId}`), label: t('me.my-firm') },
  ];
  return [
    { to: at('today'), label: t('nav.today'), icon: 'today' },
    {
      to: at('programme'),
      label: t('nav.programme'),
      icon: 'programme',
      beneath: [{ to: at('agenda'), label: t('nav.agenda') }],
      also: [at('sessions/')],
    },
    {
      to: at('meetings'),
      label: t('nav.meetings'),
      icon: 'meetings',
      ...(waiting > 0 ? { count: waiting, countLabel: t('today.to-answer', { count: waiting }) } : {}),
    },
    {
      to: at('firms'),
      label: t('nav.firms'),
      icon: 'firms',
      beneath: [{ to: at('people'), label: t('nav.people') }, ...(mayMeet && !acting ? ofOwnFirm : [])],
      also: [at('whom-to-meet'), at('our-profile')],
    },
    {
      to: at('me'),
      label: t('nav.me'),
      icon: 'me',
      beneath: [{ to: at('visitors'), label: t('nav.visitors') }],
      also: [at('register'), at('sign-in')],
    },
  ];
}

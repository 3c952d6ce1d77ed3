import { queryOf } from '@forum/client/query';
import { readEdition } from '@forum/contract/editions/editions';
import { whoAmI } from '@forum/contract/identity/me';
import { opensDesk } from '@forum/domain/identity/role';
import { EditionProvider } from '@forum/ui/edition/edition-provider';
import { LanguageChoice } from '@forum/ui/forms/language-choice';
import { FactorGate } from '@forum/ui/factors/factor-gate';
import { FactorPrompt } from '@forum/ui/factors/factor-prompt';
import { capitalName } from '@forum/ui/lib/capital-name';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { setClockOffset } from '@forum/ui/lib/use-now';
import { ChangeAnnouncer } from '@forum/ui/live/change-announcer';
import { LiveBar, LiveSign } from '@forum/ui/live/live-sign';
import { type Place, Shell } from '@forum/ui/shell/shell';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useParams } from 'react-router';
import { HelpCallsBand } from '../../features/desk/help-calls-band.tsx';
import { isClosedTo, placesOf } from '../../features/desk/places.ts';
import { SignedInAs } from '../../features/desk/signed-in-as.tsx';
import { useAtDesk } from '../../features/desk/use-at-desk.ts';
import { useHelpCalls } from '../../features/desk/use-help-calls.ts';
import { DeskDoor } from '../../components/desk-door.tsx';
import { MailState } from '../../components/mail-state.tsx';
import { Shortcuts } from '../../components/shortcuts.tsx';
import { OwnEditions } from '../../features/editions/own-editions-links.tsx';

/** The frame of the host's team: a rail of places, and the work beside it. */
export function Desk(): ReactNode {
  const { edition = '' } = useParams();
  const query = useQuery(queryOf(readEdition, { params: { edition } }));
  const me = useQuery(queryOf(whoAmI)).data ?? null;
  const [isGated, setGated] = useState(false);
  const isHidden = query.isError && !query.data;
  // A planned edition is there for its team only once they have shown a second factor.
  if (isHidden && me?.secondFactor.wanted && !me.secondFactor.shown && !isGated) setGated(true);
  const content = query.data ? (
    <EditionProvider edition={query.data.edition}>
      <Frame />
    </EditionProvider>
  ) : (
    <DeskDoor>
      <Read query={query}>{() => null}</Read>
      {isHidden && <OwnEditions me={me} />}
    </DeskDoor>
  );
  return me && isGated ? (
    <FactorGate me={me} frame={(gate) => <DeskDoor>{gate}</DeskDoor>}>
      {content}
    </FactorGate>
  ) : (
    content
  );
}

const never = () => () => undefined;

function Frame(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, me, followed } = useEdition();
  const standing = useStanding();
  const status = useSyncExternalStore(
    followed?.status.subscribe ?? never,
    followed?.status.get ?? (() => null),
  );
  const offset = status?.clockOffset;
  useEffect(() => {
    if (offset !== undefined) setClockOffset(offset);
  }, [offset]);
  const viewer = useAtDesk();
  const calls = useHelpCalls();
  const places = usePlaces(calls.length);
  const isStaff = standing !== null && opensDesk(standing.roles);
  const screen = useLocation().pathname.split('/')[2] ?? '';
  return (
    <Shell
      home={`/${edition.slug}`}
      title={`${t('desk.title')} · ${capitalName(edition.capital, i18n)} ${edition.year}`}
      accent={edition.capital.accent}
      places={places}
      bands={
        <>
          {status && <LiveBar status={status} />}
          <HelpCallsBand calls={calls} />
        </>
      }
      foot={
        <div className="stack-tight">
          {status && <LiveSign status={status} />}
          <MailState />
          <Shortcuts places={places} />
          <LanguageChoice />
          <SignedInAs />
          <a href={`/e/${edition.slug}/today`}>{t('desk.to-app')}</a>
        </div>
      }
    >
      <ChangeAnnouncer />
      <FactorPrompt setUpAt={`/secretariat/${edition.slug}/account`} />
      {me ? (
        <FactorGate me={me}>
          {!isStaff ? (
            <Shut title={t('desk.not-staff', { name: me.name })} />
          ) : isClosedTo(screen, viewer) ? (
            <Empty title={t('desk.not-your-place', { place: t(`desk.${screen}`) })} />
          ) : (
            <Outlet />
          )}
        </FactorGate>
      ) : (
        <Shut title={t('desk.sign-in-first')} />
      )}
    </Shell>
  );
}

/** What somebody sees who is not let in, with the ways to what is theirs: another edition, another account. */
function Shut({ title }: { title: string }): ReactNode {
  const { t } = useTranslation();
  const { me } = useEdition();
  const { pathname } = useLocation();
  return (
    <Empty title={title}>
      <OwnEditions me={me} />
      <a className="button" data-kind="main" href={`/sign-in?to=/secretariat${pathname}`}>
        {t('desk.sign-in')}
      </a>
    </Empty>
  );
}

/** The places that the reader can use, with the calls for help counted. */
function usePlaces(calls: number): Place[] {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const at = (screen: string) => ({ to: `/${edition.slug}/${screen}`, label: t(`desk.${screen}`) });
  return placesOf(useAtDesk()).map(({ name, icon, beneath }) => ({
    ...at(name),
    icon,
    beneath: beneath.map((screen) => at(screen.name)),
    ...(name === 'meetings' ? { count: calls, countLabel: t('help-calls.open', { count: calls }) } : {}),
  }));
}

import { queryOf } from '@forum/client/query';
import { readEdition } from '@forum/contract/editions';
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
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import { Shortcuts } from '../components/shortcuts.tsx';

/** The frame of the host's team: a rail of places, and the work beside it. */
export function Desk(): ReactNode {
  const { edition = '' } = useParams();
  const query = useQuery(queryOf(readEdition, { params: { edition } }));
  return (
    <Read query={query}>
      {(read) => (
        <EditionProvider edition={read.edition}>
          <Frame />
        </EditionProvider>
      )}
    </Read>
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
  const places = usePlaces();
  const isStaff = standing?.roles.some((role) =>
    ['organiser', 'accreditation-officer', 'auditor', 'delegation-head'].includes(role),
  );
  return (
    <Shell
      home={`/${edition.slug}/editions`}
      title={`${t('desk.title')} · ${capitalName(edition.capital, i18n)} ${edition.year}`}
      accent={edition.capital.accent}
      places={places}
      bands={status && <LiveBar status={status} />}
      foot={
        <div className="stack-tight">
          {status && <LiveSign status={status} />}
          <Shortcuts places={places} />
          <LanguageChoice />
          <Link to={`/${edition.slug}/account`}>{t('devices.heading')}</Link>
          <a href={`/e/${edition.slug}/today`}>{t('desk.to-app')}</a>
        </div>
      }
    >
      <ChangeAnnouncer />
      <FactorPrompt setUpAt={`/secretariat/${edition.slug}/account`} />
      {me ? (
        <FactorGate me={me}>
          {isStaff ? <Outlet /> : <Shut title={t('desk.not-staff', { name: me.name })} />}
        </FactorGate>
      ) : (
        <Shut title={t('desk.sign-in-first')} />
      )}
    </Shell>
  );
}

/** What somebody sees who is not let in, with the way to sign in as another. */
function Shut({ title }: { title: string }): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Empty title={title}>
      <a className="button" data-kind="main" href={`/sign-in?to=/secretariat${pathname}`}>
        {t('desk.sign-in')}
      </a>
    </Empty>
  );
}

function usePlaces(): Place[] {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const at = (screen: string) => `/${edition.slug}/${screen}`;
  const beneath = (...screens: string[]) =>
    screens.map((screen) => ({ to: at(screen), label: t(`desk.${screen}`) }));
  // The journal is the auditors' alone; whom it would refuse need not try.
  const audit = standing?.roles.includes('auditor') ? ['audit'] : [];
  return [
    {
      to: at('editions'),
      label: t('desk.editions'),
      icon: 'today',
      beneath: beneath('rotation', 'roles', 'second-factors'),
    },
    { to: at('accreditation'), label: t('desk.accreditation'), icon: 'me', beneath: beneath('delegations') },
    { to: at('programme'), label: t('desk.programme'), icon: 'programme' },
    {
      to: at('meetings'),
      label: t('desk.meetings'),
      icon: 'meetings',
      beneath: beneath('matchmaking', 'planner', 'interpreters', 'hall', 'outcomes'),
    },
    { to: at('imports'), label: t('desk.imports'), icon: 'firms', beneath: beneath(...audit) },
  ];
}

import { queryOf } from '@forum/client/query';
import {
  endDelegateSessions,
  endHolderSessions,
  listDelegateSessions,
  listHolderSessions,
  type SessionOfPerson,
} from '@forum/contract/identity/person-sessions';
import { deviceName } from '@forum/ui/lib/device-name';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from './failure.tsx';

/** Where a delegate is signed in; read when it is opened. */
export function DelegateSessions({ delegate, name }: { delegate: string; name: string }): ReactNode {
  const { edition } = useEdition();
  const params = { edition: edition.slug, delegate };
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...queryOf(listDelegateSessions, { params }), enabled: isOpen });
  const end = useWrite(endDelegateSessions, listDelegateSessions);
  return <Sessions {...{ name, query, end, isOpen }} onOpen={setOpen} onEnd={() => end.mutate({ params })} />;
}

/** Where one of the host's team, a head or an officer is signed in. */
export function HolderSessions({ person, name }: { person: string; name: string }): ReactNode {
  const { edition } = useEdition();
  const params = { edition: edition.slug, person };
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...queryOf(listHolderSessions, { params }), enabled: isOpen });
  const end = useWrite(endHolderSessions, listHolderSessions);
  return <Sessions {...{ name, query, end, isOpen }} onOpen={setOpen} onEnd={() => end.mutate({ params })} />;
}

interface SessionsProps {
  name: string;
  query: Parameters<typeof Read<SessionOfPerson[]>>[0]['query'];
  end: { isPending: boolean; error: Error | null };
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onEnd: () => void;
}

function Sessions({ name, query, end, isOpen, onOpen, onEnd }: SessionsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="panel" open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{t('devices.title')}</summary>
      {isOpen && (
        <div className="stack">
          <Read query={query} bones={1}>
            {(sessions) =>
              sessions.length === 0 ? (
                <p className="second">{t('second-factors.no-session')}</p>
              ) : (
                <>
                  <ul className="ruled">
                    {sessions.map((session) => (
                      <li key={session.id} className="factor-row">
                        {deviceName(session.device, t('devices.browser'))}{' '}
                        <span className="note">
                          {t('devices.last-seen')} <Span start={session.lastSeenAt} end={null} />
                        </span>
                      </li>
                    ))}
                  </ul>
                  <ConfirmButton
                    label={t('second-factors.end-sessions')}
                    question={t('second-factors.end-sessions-touches', { name })}
                    kind="grave"
                    disabled={end.isPending}
                    onConfirm={onEnd}
                  />
                </>
              )
            }
          </Read>
          <Failure error={end.error} />
        </div>
      )}
    </details>
  );
}

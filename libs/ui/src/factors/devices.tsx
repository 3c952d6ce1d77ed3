import { call } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import { endSession, listSessions } from '@forum/contract/identity/me';
import { Read } from '../states/read.tsx';
import { Span } from '../time/time.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../lib/device-name.ts';

/** Where one is signed in, and how to end it elsewhere. */
export function Devices(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(queryOf(listSessions));
  const end = useMutation({
    mutationFn: (session: string) => call(endSession, { params: { session } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listSessions) }),
  });
  return (
    <section className="stack-tight">
      <h2>{t('devices.title')}</h2>
      <Read query={query} bones={1}>
        {(sessions) => (
          <ul className="ruled">
            {sessions.map((session) => (
              <li key={session.id} className="apart" style={{ paddingBlock: '0.75rem' }}>
                <span>
                  {deviceName(session.device, t('devices.browser'))}
                  <br />
                  <span className="note">
                    {t('devices.last-seen')} <Span start={session.lastSeenAt} end={null} />
                  </span>
                </span>
                {session.current ? (
                  <span className="second">{t('devices.this')}</span>
                ) : (
                  <button
                    className="button"
                    type="button"
                    disabled={end.isPending}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t('devices.end')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Read>
    </section>
  );
}

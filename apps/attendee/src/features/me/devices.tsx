import { call } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import { endSession, listSessions } from '@forum/contract/identity';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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
      <h2>{t('me.devices')}</h2>
      <Read query={query} bones={1}>
        {(sessions) => (
          <ul className="ruled">
            {sessions.map((session) => (
              <li key={session.id} className="apart" style={{ paddingBlock: '0.75rem' }}>
                <span>
                  {nameOf(session.device, t('me.browser'))}
                  <br />
                  <span className="note">
                    {t('me.last-seen')} <Span start={session.lastSeenAt} end={null} />
                  </span>
                </span>
                {session.current ? (
                  <span className="second">{t('me.this-device')}</span>
                ) : (
                  <button
                    className="button"
                    type="button"
                    disabled={end.isPending}
                    onClick={() => end.mutate(session.id)}
                  >
                    {t('me.end-session')}
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

/** Browser and system out of what the browser says of itself. */
function nameOf(device: string, unknown: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari)/.exec(device)?.[1] ?? unknown;
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(device)?.[1];
  return [browser.replace('Edg', 'Edge'), system].filter(Boolean).join(' · ');
}

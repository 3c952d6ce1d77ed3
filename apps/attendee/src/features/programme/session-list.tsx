import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { useNow } from '@forum/ui/lib/use-now';
import { WindowList } from '@forum/ui/lists/window-list';
import { Clock } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStars } from '../../components/use-stars.ts';
import { SessionRow } from './session-row.tsx';

type Entry = { kind: 'session'; session: Session; repeats: boolean } | { kind: 'now'; at: string };

interface SessionListProps {
  sessions: readonly Session[];
  programme: Programme;
  /** The one day that they are of; null where they are of several. */
  day: string | null;
  showNow?: boolean;
}

/** Sessions in order of time, with the line of now between those that have begun and those to come. */
export function SessionList({ sessions, programme, day, showNow = false }: SessionListProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const stars = useStars();
  return (
    <div className="board">
      <WindowList
        items={withNow(sessions, showNow ? now : null)}
        keyOf={(entry) => (entry.kind === 'now' ? 'now' : entry.session.id)}
        estimate={96}
        label={t('programme.sessions')}
      >
        {(entry) =>
          entry.kind === 'now' ? (
            <div className="now-line" data-now>
              <span className="label">
                {t('programme.now')} <Clock at={entry.at} />
              </span>
            </div>
          ) : (
            <SessionRow
              session={entry.session}
              programme={programme}
              now={now}
              day={day}
              repeats={entry.repeats}
              beside
              starred={stars.ids.has(entry.session.id)}
              waiting={stars.waiting.has(entry.session.id)}
              onStar={stars.canStar ? (on) => stars.turn(entry.session, on) : undefined}
            />
          )
        }
      </WindowList>
    </div>
  );
}

function withNow(sessions: readonly Session[], now: Date | null): Entry[] {
  const entries = sessions.map((session, i): Entry => ({
    kind: 'session',
    session,
    repeats: sessions[i - 1]?.start === session.start,
  }));
  if (!now) return entries;
  const next = sessions.findIndex((session) => Date.parse(session.start) > now.getTime());
  if (next < 1) return entries;
  return [...entries.slice(0, next), { kind: 'now', at: now.toISOString() }, ...entries.slice(next)];
}

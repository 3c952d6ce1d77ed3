import type { Meeting } from '@forum/contract/meetings/meeting';
import { useNow } from '@forum/ui/lib/use-now';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MeetingRow } from './meeting-row.tsx';
import { isOver, needsMyAnswer } from './meeting-view.ts';

/** Requests that wait for my answer first, then what is agreed, then what waits for others. */
export function MeetingGroups({ meetings }: { meetings: readonly Meeting[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const group = (meeting: Meeting) => {
    if (needsMyAnswer(meeting)) return 'to-answer';
    if (meeting.state === 'requested') return 'waiting';
    return meeting.state === 'accepted' && !isOver(meeting, now) ? 'agreed' : 'past';
  };
  const byStart = (a: Meeting, b: Meeting) => (a.start ?? '').localeCompare(b.start ?? '');
  return (['to-answer', 'agreed', 'waiting', 'past'] as const)
    .map((name) => ({ name, rows: meetings.filter((meeting) => group(meeting) === name).sort(byStart) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => (
      <section key={name} className="stack-tight">
        <h2>
          {t(`meetings.${name}`)} <span className="second figures">{rows.length}</span>
        </h2>
        <div className="card-list">
          {rows.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </div>
      </section>
    ));
}

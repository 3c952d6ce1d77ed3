import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn } from '@forum/ui/lib/instants';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type To, useNavigate } from 'react-router';
import { titleLines } from './title-lines.ts';

const hour = 3_600_000;
const head = 24;
const lineHeight = 14;
const leastRow = 44;
/** Room in a box besides its lines, in pixels. */
const around = 10;
/** A narrower box has no room for a time either, not even upright. */
const leastForTime = 14;
/** A title that takes more lines is not written into its box, which says the time and grows when it is pointed at. */
const mostLines = 6;

interface BoardPlanProps {
  sessions: readonly Session[];
  rooms: Programme['rooms'];
  open: string | null;
  /** Whether a detail takes half of the width: hours are narrower then. */
  isBeside: boolean;
  now: Date;
  to: (id: string) => To;
}

/** A day as a picture: rooms down, hours across. The list beside it says the same in words. */
export function BoardPlan({ sessions, rooms, open, isBeside, now, to }: BoardPlanProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { edition } = useEdition();
  const board = useRef<HTMLDivElement>(null);
  const hourWidth = isBeside ? 84 : 112;
  useLayoutEffect(() => {
    // What is at work is in sight, or else the present hour; afterwards the board stays where its reader leaves it.
    const wanted = board.current?.querySelector<HTMLElement>('[aria-current=true], .now');
    if (wanted) board.current?.scrollTo({ left: wanted.offsetLeft - 2 * hourWidth });
  }, [open, hourWidth]);
  const used = rooms.filter((room) => sessions.some((session) => session.roomId === room.id));
  if (sessions.length === 0 || used.length === 0) return null;
  const first = Math.floor(Math.min(...sessions.map((session) => Date.parse(session.start))) / hour) * hour;
  const last = Math.max(...sessions.map((session) => Date.parse(session.end)));
  const hours = Math.ceil((last - first) / hour);
  const x = (at: number) => ((at - first) / hour) * hourWidth;
  const boxes = sessions.map((session) => {
    const left = x(Date.parse(session.start)) + 1;
    const width = Math.max(4, x(Date.parse(session.end)) - left - 1);
    const lines = titleLines(session.title, width - around);
    return { session, left, width, lines, isSmall: lines > mostLines };
  });
  const heights = used.map((room) =>
    Math.max(
      leastRow,
      ...boxes
        .filter(({ session, isSmall }) => session.roomId === room.id && !isSmall)
        .map(({ lines }) => lines * lineHeight + around + 6),
    ),
  );
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, head));
  const isNow = now.getTime() >= first && now.getTime() <= last;
  return (
    <div
      ref={board}
      className="board-plan"
      data-beside={isBeside || undefined}
      role="group"
      tabIndex={0}
      aria-label={t('board.picture')}
    >
      <ul className="board-rooms" aria-hidden="true" style={{ paddingBlockStart: head }}>
        {used.map((room, i) => (
          <li key={room.id} style={{ blockSize: heights[i] }}>
            {room.name}
          </li>
        ))}
      </ul>
      <div className="board-hours" aria-hidden="true" style={{ inlineSize: hours * hourWidth }}>
        {Array.from({ length: hours + 1 }, (_, i) => (
          <span key={i} className="hour" style={{ insetInlineStart: i * hourWidth }}>
            {i < hours && clockIn(new Date(first + i * hour), edition.zone)}
          </span>
        ))}
        {used.map((room, i) => (
          <span key={room.id} className="line" style={{ insetBlockStart: tops[i] }} />
        ))}
        {boxes.map(({ session, left, width, isSmall }) => {
          const row = used.findIndex((room) => room.id === session.roomId);
          if (row < 0) return null;
          const isNarrow = isSmall && width < 36;
          return (
            <div
              key={session.id}
              className="session"
              lang={session.language ?? undefined}
              data-state={session.state}
              data-small={isSmall || undefined}
              data-narrow={isNarrow || undefined}
              aria-current={session.id === open}
              onClick={() => void navigate(to(session.id))}
              style={{
                insetInlineStart: left,
                inlineSize: width,
                insetBlockStart: (tops[row] ?? 0) + 3,
                blockSize: (heights[row] ?? leastRow) - 6,
              }}
            >
              {isSmall && width >= leastForTime && (
                <span className="when">{clockIn(session.start, edition.zone)}</span>
              )}
              <span className="what">{session.title}</span>
            </div>
          );
        })}
        {isNow && <span className="now" style={{ insetInlineStart: x(now.getTime()) }} />}
      </div>
    </div>
  );
}

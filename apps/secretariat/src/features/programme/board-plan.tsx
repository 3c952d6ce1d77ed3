import { type Programme, type Session } from '@forum/contract/programme';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn } from '@forum/ui/lib/instants';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type To, useNavigate } from 'react-router';

const rowHeight = 40;
const hourWidth = 96;
const head = 24;

interface BoardPlanProps {
  sessions: readonly Session[];
  rooms: Programme['rooms'];
  open: string | null;
  now: Date;
  to: (id: string) => To;
}

/** A day as a picture: rooms down, hours across. The list beside it says the same in words. */
export function BoardPlan({ sessions, rooms, open, now, to }: BoardPlanProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { edition } = useEdition();
  const board = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  useLayoutEffect(() => {
    // The day opens at the present hour, once; afterwards it stays where its reader leaves it.
    const line = board.current?.querySelector('.now');
    if (opened.current || !line) return;
    opened.current = true;
    board.current?.scrollTo({ left: Number(line.getAttribute('x1')) - 2 * hourWidth });
  });
  const used = rooms.filter((room) => sessions.some((session) => session.roomId === room.id));
  if (sessions.length === 0 || used.length === 0) return null;
  const hour = 3_600_000;
  const first = Math.floor(Math.min(...sessions.map((session) => Date.parse(session.start))) / hour) * hour;
  const last = Math.max(...sessions.map((session) => Date.parse(session.end)));
  const hours = Math.ceil((last - first) / hour);
  const x = (at: number) => ((at - first) / hour) * hourWidth;
  const [width, height] = [hours * hourWidth, head + used.length * rowHeight];
  const isNow = now.getTime() >= first && now.getTime() <= last;
  return (
    <div ref={board} className="board-plan" role="group" tabIndex={0} aria-label={t('board.picture')}>
      <ul className="board-rooms" aria-hidden="true" style={{ paddingBlockStart: head }}>
        {used.map((room) => (
          <li key={room.id} style={{ blockSize: rowHeight }}>
            {room.name}
          </li>
        ))}
      </ul>
      <svg width={width} height={height} aria-hidden="true" focusable="false">
        {Array.from({ length: hours + 1 }, (_, i) => (
          <g key={i}>
            <line className="grid" x1={x(first + i * hour)} x2={x(first + i * hour)} y1={head} y2={height} />
            <text className="hour" x={x(first + i * hour) + 3} y={15}>
              {clockIn(new Date(first + i * hour), edition.zone)}
            </text>
          </g>
        ))}
        {used.map((room, i) => (
          <line
            key={room.id}
            className="grid"
            x1={0}
            x2={width}
            y1={head + i * rowHeight}
            y2={head + i * rowHeight}
          />
        ))}
        {sessions.map((session) => {
          const row = used.findIndex((room) => room.id === session.roomId);
          if (row < 0) return null;
          const [from, until] = [x(Date.parse(session.start)), x(Date.parse(session.end))];
          return (
            <g
              key={session.id}
              className="session"
              data-state={session.state}
              aria-current={session.id === open}
              onClick={() => void navigate(to(session.id))}
              style={{ cursor: 'pointer' }}
            >
              <title>{session.title}</title>
              <svg
                x={from + 1}
                y={head + row * rowHeight + 3}
                width={Math.max(4, until - from - 2)}
                height={rowHeight - 6}
                overflow="hidden"
              >
                <rect x="0.5" y="0.5" width={Math.max(3, until - from - 3)} height={rowHeight - 7} rx="3" />
                <text x="5" y="21">
                  {session.title}
                </text>
              </svg>
            </g>
          );
        })}
        {isNow && <line className="now" x1={x(now.getTime())} x2={x(now.getTime())} y1={0} y2={height} />}
      </svg>
    </div>
  );
}

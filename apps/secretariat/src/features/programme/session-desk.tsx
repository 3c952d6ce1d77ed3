import { longestSession, shortestSession } from '@forum/domain/programme/session-limits';
import { call } from '@forum/client/http';
import { type Programme, readProgramme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import {
  changeSession,
  previewSessionChange,
  type SessionChange,
  type SessionImpact,
} from '@forum/contract/programme/session-changes';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { WallTimeField } from '@forum/ui/forms/wall-time-field';
import { capitalName } from '@forum/ui/lib/capital-name';
import { useEdition } from '@forum/ui/lib/edition';
import { minutesUntil, wallTimeIn } from '@forum/ui/lib/instants';
import { Notice } from '@forum/ui/states/notice';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { Clashes } from './clashes.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { SessionPeople } from './session-people.tsx';

type Kind = SessionChange['kind'];

/** What becomes of the sessions that follow a delayed one in its room. */
const shifts = ['as-needed', 'all', 'stay'] as const;
type Shift = (typeof shifts)[number];

/** One session at work: what may be done with it, whom that touches, and only then the doing. */
export function SessionDesk({ session, programme }: { session: Session; programme: Programme }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, followed } = useEdition();
  const [kind, setKind] = useState<Kind>('delay');
  const [start, setStart] = useState(wallTimeIn(session.start, edition.zone));
  const [minutes, setMinutes] = useState('15');
  const [shift, setShift] = useState<Shift>('as-needed');
  const [roomId, setRoomId] = useState(session.roomId);
  const [length, setLength] = useState(String(minutesUntil(new Date(session.start), session.end)));
  const params = { edition: edition.slug, session: session.id };
  const preview = useMutation({
    mutationFn: (change: SessionChange) => call(previewSessionChange, { params, body: { change } }),
  });
  const apply = useWrite(changeSession, readProgramme);
  const change = changeOf(kind, { start, minutes: Number(minutes), shift, roomId, length: Number(length) });
  const kinds: Kind[] = session.state === 'cancelled' ? ['reinstate'] : ['delay', 'move', 'room', 'cancel'];
  const chosen = kinds.includes(kind) ? kind : (kinds[0] ?? 'delay');
  const look = (event: FormEvent) => {
    event.preventDefault();
    apply.reset();
    preview.mutate(
      changeOf(chosen, { start, minutes: Number(minutes), shift, roomId, length: Number(length) }),
    );
  };
  const confirm = () =>
    apply.mutate(
      {
        params,
        body: {
          version: session.version,
          change:
            chosen === kind
              ? change
              : changeOf(chosen, { start, minutes: Number(minutes), shift, roomId, length: Number(length) }),
        },
      },
      {
        onSuccess: ({ sessions }) => {
          followed?.absorb({ sessions });
          preview.reset();
        },
      },
    );
  return (
    <div className="stack">
      <header className="stack-tight">
        <h2>{session.title}</h2>
        <p>
          <Span start={session.start} end={session.end} /> ·{' '}
          {programme.rooms.find((room) => room.id === session.roomId)?.name}
        </p>
        {session.state === 'cancelled' && <StateSign state="cancelled" />}
      </header>
      <form className="form" onSubmit={look}>
        <div className="chips" role="group" aria-label={t('board.what')}>
          {kinds.map((one) => (
            <button
              key={one}
              className="chip"
              type="button"
              aria-pressed={chosen === one}
              onClick={() => {
                setKind(one);
                preview.reset();
              }}
            >
              {t(`board.do-${one}`)}
            </button>
          ))}
        </div>
        {chosen === 'delay' && (
          <>
            <TextField
              label={t('board.minutes')}
              type="number"
              min={1}
              max={600}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
            <SelectField
              label={t('board.shift')}
              value={shift}
              onChange={(event) => {
                setShift(event.target.value as Shift);
                preview.reset();
              }}
            >
              {shifts.map((one) => (
                <option key={one} value={one}>
                  {t(`board.shift-${one}`)}
                </option>
              ))}
            </SelectField>
          </>
        )}
        {chosen === 'move' && (
          <>
            <WallTimeField
              label={t('board.new-start', { city: capitalName(edition.capital, i18n) })}
              value={start}
              onChange={(wall) => setStart(wall)}
            />
            <TextField
              label={t('board.length')}
              type="number"
              min={shortestSession}
              max={longestSession}
              value={length}
              onChange={(event) => setLength(event.target.value)}
            />
          </>
        )}
        {(chosen === 'move' || chosen === 'room') && (
          <SelectField
            label={t('board.room')}
            value={roomId ?? ''}
            onChange={(event) => setRoomId(event.target.value || null)}
          >
            <option value="">{t('board.no-room')}</option>
            {programme.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {room.name}
              </option>
            ))}
          </SelectField>
        )}
        <p>
          <button className="button" type="submit" disabled={preview.isPending}>
            {t('board.look-first')}
          </button>
        </p>
      </form>
      <Failure error={preview.error ?? apply.error} />
      {preview.data && <Impact impact={preview.data} programme={programme} />}
      {preview.data && (
        <p>
          <button
            className="button"
            data-kind={chosen === 'cancel' ? 'grave' : 'main'}
            type="button"
            disabled={apply.isPending}
            onClick={confirm}
          >
            {t(`board.confirm-${chosen}`)}
          </button>
        </p>
      )}
      {apply.isSuccess && !preview.data && (
        <Notice tone="good">
          <p>{t('board.told')}</p>
        </Notice>
      )}
      <SessionPeople session={session} />
    </div>
  );
}

function changeOf(
  kind: Kind,
  given: { start: string; minutes: number; shift: Shift; roomId: string | null; length: number },
): SessionChange {
  switch (kind) {
    case 'delay':
      return {
        kind,
        minutes: given.minutes,
        shiftFollowing: given.shift !== 'stay',
        onlyAsNeeded: given.shift === 'as-needed',
      };
    case 'move':
      return { kind, start: given.start, roomId: given.roomId, minutes: given.length };
    case 'room':
      return { kind, roomId: given.roomId };
    default:
      return { kind };
  }
}

/** Whom a change touches: the sessions as they would be, and what would clash. */
function Impact({ impact, programme }: { impact: SessionImpact; programme: Programme }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="panel stack-tight" aria-live="polite">
      <h3>{t('board.would-be')}</h3>
      <ul className="stack-tight">
        {impact.sessions.map((session) => (
          <li key={session.id}>
            <strong>{session.title}</strong>
            <br />
            <Span start={session.start} end={session.end} /> ·{' '}
            {programme.rooms.find((room) => room.id === session.roomId)?.name}{' '}
            {session.state === 'cancelled' && <StateSign state="cancelled" />}
          </li>
        ))}
      </ul>
      <p>{t('board.starred', { count: impact.starred })}</p>
      <Clashes clashes={impact.clashes} />
    </section>
  );
}

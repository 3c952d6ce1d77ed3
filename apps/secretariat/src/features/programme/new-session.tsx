import { longestSession, shortestSession } from '@forum/domain/programme/session-limits';
import { call } from '@forum/client/http';
import { type Programme, readProgramme, readRestricted } from '@forum/contract/programme/programme';
import { createSession, previewNewSession } from '@forum/contract/programme/session-changes';
import { type SessionAudience, sessionAudiences } from '@forum/domain/programme/session';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { WallTimeField } from '@forum/ui/forms/wall-time-field';
import { capitalName } from '@forum/ui/lib/capital-name';
import { useEdition } from '@forum/ui/lib/edition';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { useFieldErrors } from '../../components/use-field-errors.ts';
import { Clashes } from './clashes.tsx';
import { asSent, nothingSaid, SessionFields } from './session-fields.tsx';

interface NewSessionProps {
  programme: Programme;
  /** The day that is looked at. */
  day: string;
  onAdded: (id: string) => void;
}

/** Adds a session: what it would clash with is shown first. */
export function NewSession({ programme, day, onAdded }: NewSessionProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, followed } = useEdition();
  const [said, setSaid] = useState(nothingSaid);
  const [audience, setAudience] = useState<SessionAudience>('public');
  const [start, setStart] = useState(`${day}T10:00`);
  const [minutes, setMinutes] = useState('45');
  const [roomId, setRoomId] = useState<string | null>(null);
  const params = { edition: edition.slug };
  const body = { ...asSent(said), audience, start, minutes: Number(minutes), roomId };
  const preview = useMutation({ mutationFn: () => call(previewNewSession, { params, body }) });
  const create = useWrite(createSession, readProgramme, readRestricted);
  const error = preview.error ?? create.error;
  const refused = useFieldErrors(error);
  const changed = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      preview.reset();
      create.reset();
      set(value);
    };
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    preview.mutate();
  };
  const add = () =>
    create.mutate(
      { params, body },
      {
        onSuccess: ({ abstract: _a, description: _d, url: _u, links: _l, ...session }) => {
          if (session.audience !== 'restricted') followed?.absorb({ sessions: [session] });
          onAdded(session.id);
        },
      },
    );
  return (
    <form className="form" onSubmit={look}>
      <h2>{t('board.add')}</h2>
      <SessionFields said={said} tracks={programme.tracks} refused={refused} onChange={changed(setSaid)} />
      <div className="pair">
        <WallTimeField
          label={t('board.start', { city: capitalName(edition.capital, i18n) })}
          hint={edition.zone}
          value={start}
          error={refused('start')}
          required
          onChange={(wall) => changed(setStart)(wall)}
        />
        <TextField
          label={t('board.length')}
          type="number"
          min={shortestSession}
          max={longestSession}
          value={minutes}
          error={refused('minutes')}
          required
          onChange={(event) => changed(setMinutes)(event.target.value)}
        />
      </div>
      <SelectField
        label={t('board.room')}
        value={roomId ?? ''}
        onChange={(event) => changed(setRoomId)(event.target.value || null)}
      >
        <option value="">{t('board.no-room')}</option>
        {programme.rooms.map((room) => (
          <option key={room.id} value={room.id}>
            {room.name}
          </option>
        ))}
      </SelectField>
      <AudienceField value={audience} onChange={changed(setAudience)} />
      <Failure error={error} atFields />
      {preview.data && (
        <div aria-live="polite">
          <p>{t(`session-people.will-${audience}`)}</p>
          <Clashes clashes={preview.data.clashes} />
        </div>
      )}
      <p className="line-up">
        <button className="button" type="submit" disabled={preview.isPending}>
          {t('board.look-first')}
        </button>
        {preview.data && (
          <button className="button" data-kind="main" type="button" disabled={create.isPending} onClick={add}>
            {t('board.add')}
          </button>
        )}
      </p>
    </form>
  );
}

interface AudienceFieldProps {
  value: SessionAudience;
  onChange: (audience: SessionAudience) => void;
}

/** Who may see the new session. */
function AudienceField({ value, onChange }: AudienceFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('board.audience')}
      value={value}
      onChange={(event) => onChange(event.target.value as SessionAudience)}
    >
      {sessionAudiences.map((audience) => (
        <option key={audience} value={audience}>
          {t(`audience.${audience}`)}
        </option>
      ))}
    </SelectField>
  );
}

import { type Programme, readProgramme } from '@forum/contract/programme/programme';
import {
  addRoom,
  addTrack,
  listRoomsAndTracks,
  renameRoom,
} from '@forum/contract/programme/rooms-and-tracks';
import { removeRoom, removeTrack } from '@forum/contract/removals/removals';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Removal } from '../../components/removal.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { useFieldErrors } from '../../components/use-field-errors.ts';

/** The rooms of the programme, each to be renamed, its tracks, and a new one of either. */
export function RoomsAndTracks({ programme }: { programme: Programme }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug };
  const room = useWrite(addRoom, readProgramme);
  const track = useWrite(addTrack, readProgramme);
  const rename = useWrite(renameRoom, readProgramme);
  return (
    <div className="stack-wide">
      <section className="stack">
        <h2>{t('board.rooms')}</h2>
        {programme.rooms.map((one) => (
          <div key={one.id} className="stack-tight">
            <NameForm
              key={one.name}
              label={t('board.room-name', { name: one.name })}
              name={one.name}
              action={t('board.rename')}
              error={rename.variables?.params?.room === one.id ? rename.error : null}
              busy={rename.isPending}
              onSave={(name) => rename.mutate({ params: { ...params, room: one.id }, body: { name } })}
            />
            <Removal
              name={one.name}
              route={removeRoom}
              input={{ params: { ...params, room: one.id } }}
              reads={[readProgramme, listRoomsAndTracks]}
            />
          </div>
        ))}
        <NameForm
          key={room.data?.id}
          label={t('board.new-room')}
          name=""
          action={t('board.add-room')}
          error={room.error}
          busy={room.isPending}
          onSave={(name) => room.mutate({ params, body: { name } })}
        />
      </section>
      <section className="stack">
        <h2>{t('board.tracks')}</h2>
        {programme.tracks.length > 0 && (
          <ul className="ruled">
            {programme.tracks.map((one) => (
              <li key={one.id} className="apart">
                {one.name}
                <Removal
                  name={one.name}
                  route={removeTrack}
                  input={{ params: { ...params, track: one.id } }}
                  reads={[readProgramme, listRoomsAndTracks]}
                />
              </li>
            ))}
          </ul>
        )}
        <NameForm
          key={track.data?.id}
          label={t('board.new-track')}
          name=""
          action={t('board.add-track')}
          error={track.error}
          busy={track.isPending}
          onSave={(name) => track.mutate({ params, body: { name } })}
        />
      </section>
    </div>
  );
}

interface NameFormProps {
  label: string;
  name: string;
  action: string;
  error: Error | null;
  busy: boolean;
  onSave: (name: string) => void;
}

function NameForm({ label, name, action, error, busy, onSave }: NameFormProps): ReactNode {
  const [typed, setTyped] = useState(name);
  const refused = useFieldErrors(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(typed);
  };
  return (
    <form className="stack-tight" onSubmit={submit}>
      <div className="name-row">
        <TextField
          label={label}
          value={typed}
          error={refused('name')}
          required
          onChange={(event) => setTyped(event.target.value)}
        />
        <button className="button" type="submit" disabled={busy || typed.trim() === name}>
          {action}
        </button>
      </div>
      <Failure error={refused('name') ? null : error} />
    </form>
  );
}

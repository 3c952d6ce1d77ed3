import type { SettingsOfEdition } from '@forum/contract/matchmaking/settings';
import { TextField } from '@forum/ui/forms/field';
import { WallTimeField } from '@forum/ui/forms/wall-time-field';
import { DomainError } from '@forum/domain/errors';
import { typedInstant } from '@forum/ui/lib/typed-instant';
import { useEdition } from '@forum/ui/lib/edition';
import { wallTimeIn } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { Saved } from './saved.tsx';
import { useSaveSettings } from './use-settings.ts';

/** Until when wishes are taken, how many are asked for, and how many musts a firm has. */
export function TermsPart({ read }: { read: SettingsOfEdition }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { city } = useVenue();
  const { save, set } = useSaveSettings(read);
  const [deadline, setDeadline] = useState(
    read.terms.deadline ? wallTimeIn(read.terms.deadline, edition.zone) : '',
  );
  const [musts, setMusts] = useState(String(read.terms.musts));
  const [asked, setAsked] = useState(String(read.terms.asked));
  const [refused, setRefused] = useState<DomainError | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = deadline ? typedInstant(deadline, edition.zone) : null;
    const isRefused = until instanceof DomainError;
    setRefused(isRefused ? until : null);
    if (isRefused) return;
    set({
      terms: {
        deadline: until,
        musts: Number(musts),
        asked: Number(asked),
      },
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <WallTimeField
        label={t('matching.deadline', { city })}
        hint={t('matching.deadline-hint')}
        value={deadline}
        onChange={(wall) => setDeadline(wall)}
      />
      <div className="pair">
        <TextField
          label={t('matching.asked')}
          type="number"
          min={0}
          max={200}
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
        />
        <TextField
          label={t('matching.musts')}
          type="number"
          min={0}
          max={100}
          value={musts}
          onChange={(event) => setMusts(event.target.value)}
        />
      </div>
      <Failure error={refused} />
      {!refused && <Saved save={save} />}
      <p>
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t('matching.save')}
        </button>
      </p>
    </form>
  );
}

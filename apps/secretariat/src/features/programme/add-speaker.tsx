import { readProgramme, readRestricted } from '@forum/contract/programme/programme';
import { addSpeaker, readSessionPeople } from '@forum/contract/programme/session-people';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { DelegateField } from './delegate-field.tsx';

/** Adds a speaker: a delegate, or somebody who is none by name. */
export function AddSpeaker({ sessionId }: { sessionId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const add = useWrite(addSpeaker, readSessionPeople, readProgramme, readRestricted);
  const params = { edition: edition.slug, session: sessionId };
  const addByName = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { params, body: { name, organisation } },
      {
        onSuccess: () => {
          setName('');
          setOrganisation('');
        },
      },
    );
  };
  return (
    <>
      <DelegateField
        label={t('session-people.add-delegate')}
        onChoose={(delegateId) => add.mutate({ params, body: { delegateId } })}
      />
      <details>
        <summary>{t('session-people.add-other')}</summary>
        <form className="form" onSubmit={addByName}>
          <TextField
            label={t('session-people.speaker-name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t('session-people.organisation')}
            maxLength={200}
            value={organisation}
            onChange={(event) => setOrganisation(event.target.value)}
          />
          <p>
            <button className="button" type="submit" disabled={!name.trim() || add.isPending}>
              {t('session-people.add')}
            </button>
          </p>
        </form>
      </details>
      <Failure error={add.error} />
    </>
  );
}

import { readProgramme, readRestricted } from '@forum/contract/programme/programme';
import {
  linkSpeaker,
  readSessionPeople,
  removeSpeaker,
  type SessionPeople,
} from '@forum/contract/programme/session-people';
import { useEdition } from '@forum/ui/lib/edition';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { AddSpeaker } from './add-speaker.tsx';
import { DelegateField } from './delegate-field.tsx';

/** Who speaks in a session, and which delegates they are: only so does the forum know that their time is taken. */
export function SpeakerList({
  sessionId,
  speakers,
}: {
  sessionId: string;
  speakers: SessionPeople['speakers'];
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [linking, setLinking] = useState<string | null>(null);
  const link = useWrite(linkSpeaker, readSessionPeople);
  const remove = useWrite(removeSpeaker, readSessionPeople, readProgramme, readRestricted);
  const linkTo = (speaker: string, delegateId: string | null) => {
    link.mutate({ params: { edition: edition.slug, speaker }, body: { delegateId } });
    setLinking(null);
  };
  return (
    <section className="stack-tight" aria-labelledby="session-speakers">
      <h3 id="session-speakers">{t('session-people.speakers')}</h3>
      {speakers.length === 0 && <p className="note">{t('session-people.no-speakers')}</p>}
      <ul className="ruled">
        {speakers.map(({ id, name, organisation, person }) => (
          <li key={id} className="stack-tight history-row">
            <span className="apart">
              <span>
                <strong>{name}</strong>
                <br />
                <span className="note">
                  {organisation}
                  {organisation && ' · '}
                  {person
                    ? t('session-people.is', {
                        who: [person.name, person.organisation].filter(Boolean).join(', '),
                      })
                    : t('session-people.is-nobody')}
                </span>
              </span>
              <span className="line-up">
                <button
                  className="button"
                  type="button"
                  aria-label={t(person ? 'session-people.unlink-who' : 'session-people.link-who', {
                    who: name,
                  })}
                  aria-expanded={person ? undefined : linking === id}
                  disabled={link.isPending}
                  onClick={() => (person ? linkTo(id, null) : setLinking(linking === id ? null : id))}
                >
                  {t(person ? 'session-people.unlink' : 'session-people.link')}
                </button>
                <button
                  className="button"
                  type="button"
                  aria-label={t('session-people.remove-who', { who: name })}
                  disabled={remove.isPending}
                  onClick={() =>
                    remove.mutate({ params: { edition: edition.slug, session: sessionId, speaker: id } })
                  }
                >
                  {t('session-people.remove')}
                </button>
              </span>
            </span>
            {linking === id && (
              <DelegateField
                label={t('session-people.which-delegate', { who: name })}
                onChoose={(delegate) => linkTo(id, delegate)}
              />
            )}
          </li>
        ))}
      </ul>
      <AddSpeaker sessionId={sessionId} />
      <Failure error={link.error ?? remove.error} />
    </section>
  );
}

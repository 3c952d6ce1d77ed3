import {
  nameForSession,
  readSessionPeople,
  type SessionPerson,
  unnameForSession,
} from '@forum/contract/programme/session-people';
import { useEdition } from '@forum/ui/lib/edition';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { DelegateField } from './delegate-field.tsx';

/** Who is cleared for a restricted session by name, to be named and taken back one by one. */
export function NamedPeople({
  sessionId,
  named,
}: {
  sessionId: string;
  named: readonly SessionPerson[];
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const name = useWrite(nameForSession, readSessionPeople);
  const unname = useWrite(unnameForSession, readSessionPeople);
  const of = (delegate: string) => ({ params: { edition: edition.slug, session: sessionId, delegate } });
  return (
    <section className="stack-tight" aria-labelledby="session-named">
      <h3 id="session-named">{t('session-people.named')}</h3>
      <p className="note">
        {named.length === 0 ? t('session-people.nobody-named') : t('session-people.named-text')}
      </p>
      <ul className="ruled">
        {named.map(({ delegateId, name: who, organisation, state }) => (
          <li key={delegateId} className="apart history-row">
            <span>
              <strong>{who}</strong>
              <br />
              <span className="note">{organisation}</span>
              {state !== 'accredited' && state && (
                <span className="note">
                  {' '}
                  · {t('session-people.once-accredited', { state: t(`accreditation.${state}`) })}
                </span>
              )}
            </span>
            <button
              className="button"
              type="button"
              aria-label={t('session-people.unname-who', { who })}
              disabled={unname.isPending}
              onClick={() => delegateId && unname.mutate(of(delegateId))}
            >
              {t('session-people.unname')}
            </button>
          </li>
        ))}
      </ul>
      <DelegateField label={t('session-people.name')} onChoose={(id) => name.mutate(of(id))} />
      <Failure error={name.error ?? unname.error} />
    </section>
  );
}

import { queryOf } from '@forum/client/query';
import type { Session } from '@forum/contract/programme/session';
import { readSessionPeople } from '@forum/contract/programme/session-people';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AudienceChoice } from './audience-choice.tsx';
import { NamedPeople } from './named-people.tsx';
import { SpeakerList } from './speaker-list.tsx';

/** Who may see a session and who speaks in it. */
export function SessionPeople({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(
    queryOf(readSessionPeople, { params: { edition: edition.slug, session: session.id } }),
  );
  return (
    <div className="stack">
      <section className="stack-tight">
        <h3 id="session-audience">{t('session-people.audience')}</h3>
        <AudienceChoice session={session} />
      </section>
      <Read query={query} bones={3}>
        {({ named, speakers }) => (
          <>
            {session.audience === 'restricted' && <NamedPeople sessionId={session.id} named={named} />}
            <SpeakerList sessionId={session.id} speakers={speakers} />
          </>
        )}
      </Read>
    </div>
  );
}

import { readProgramme, readRestricted } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { editSession } from '@forum/contract/programme/session-changes';
import { type SessionAudience, sessionAudiences } from '@forum/domain/programme/session';
import { useEdition } from '@forum/ui/lib/edition';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** Who may see a session; a change says first what it means. */
export function AudienceChoice({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [asked, setAsked] = useState<{ audience: SessionAudience; version: number } | null>(null);
  const edit = useWrite(editSession, readProgramme, readRestricted);
  return (
    <>
      <div className="chips" role="group" aria-labelledby="session-audience">
        {sessionAudiences.map((audience) => (
          <button
            key={audience}
            className="chip"
            type="button"
            aria-pressed={audience === (asked?.audience ?? session.audience)}
            onClick={() =>
              setAsked(audience === session.audience ? null : { audience, version: session.version })
            }
          >
            {t(`audience.${audience}`)}
          </button>
        ))}
      </div>
      {asked && (
        <Confirmation
          title={t(`session-people.will-${asked.audience}`)}
          touched={[]}
          action={t('session-people.change-audience')}
          grave
          busy={edit.isPending}
          onConfirm={() =>
            edit.mutate(
              {
                params: { edition: edition.slug, session: session.id },
                body: {
                  version: asked.version,
                  audience: asked.audience,
                  confirmedAudience: asked.audience,
                },
              },
              { onSettled: () => setAsked(null) },
            )
          }
          onLeave={() => setAsked(null)}
        />
      )}
      <Failure error={edit.error} />
    </>
  );
}

import { queryOf } from '@forum/client/query';
import {
  type Programme,
  readProgramme,
  readRestricted,
  readSession,
} from '@forum/contract/programme/programme';
import type { Session, SessionDetail } from '@forum/contract/programme/session';
import { editSession } from '@forum/contract/programme/session-changes';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { useFieldErrors } from '../../components/use-field-errors.ts';
import { asSent, SessionFields } from './session-fields.tsx';

interface EditSessionProps {
  session: Session;
  programme: Programme;
}

/** What is said of a session, to be changed; it opens when it is wanted, since its texts are read only then. */
export function EditSession({ session, programme }: EditSessionProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('board.edit')}</summary>
      {isOpen && <Texts session={session} programme={programme} />}
    </details>
  );
}

function Texts({ session, programme }: EditSessionProps): ReactNode {
  const { edition } = useEdition();
  const params = { edition: edition.slug, session: session.id };
  const query = useQuery(queryOf(readSession, { params }));
  return (
    <Read query={query} bones={4}>
      {(detail) => <EditForm key={detail.version} session={detail} tracks={programme.tracks} />}
    </Read>
  );
}

function EditForm({ session, tracks }: { session: SessionDetail; tracks: Programme['tracks'] }): ReactNode {
  const { t } = useTranslation();
  const { edition, followed } = useEdition();
  const [said, setSaid] = useState({
    title: session.title,
    subtitle: session.subtitle ?? '',
    kind: session.kind,
    trackId: session.trackId,
    language: session.language ?? '',
    abstract: session.abstract,
  });
  const save = useWrite(editSession, readProgramme, readRestricted, readSession);
  const refused = useFieldErrors(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        params: { edition: edition.slug, session: session.id },
        body: { version: session.version, ...asSent(said) },
      },
      {
        onSuccess: ({ abstract: _a, description: _d, url: _u, links: _l, ...saved }) => {
          if (saved.audience !== 'restricted') followed?.absorb({ sessions: [saved] });
        },
      },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <SessionFields
        said={said}
        tracks={tracks}
        refused={refused}
        onChange={(next) => {
          save.reset();
          setSaid(next);
        }}
      />
      <Failure error={save.error} atFields />
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('board.told')}</p>
        </Notice>
      )}
      <p>
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t('editions.save')}
        </button>
      </p>
    </form>
  );
}

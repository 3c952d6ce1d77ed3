import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { type Aide, inviteAide, listAides } from '@forum/contract/identity/aides';
import { TextField } from '@forum/ui/forms/field';
import { useActing, useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AideRow } from './aide-row.tsx';

/** Who may act for me, what each did, and the way to invite another for the edition on the screen. */
export function Aides(): ReactNode {
  const { t } = useTranslation();
  const acting = useActing();
  const query = useQuery(queryOf(listAides));
  return (
    <section className="stack-tight">
      <h2>{t('aides.title')}</h2>
      <p className="second">{t('aides.text')}</p>
      <Read query={query} bones={1}>
        {(aides) => (
          <>
            <ul className="ruled">
              {aides.map((aide) => (
                <AideRow key={aide.id} aide={aide} />
              ))}
            </ul>
            {!acting && <InviteAide aides={aides} />}
          </>
        )}
      </Read>
    </section>
  );
}

function InviteAide({ aides }: { aides: readonly Aide[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [mail, setMail] = useState('');
  const invite = useWrite(inviteAide, listAides);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ body: { edition: edition.slug, mail: mail.trim() } }, { onSuccess: () => setMail('') });
  };
  const waiting = aides.filter(({ state }) => state === 'invited' || state === 'proposed').length;
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={t('aides.mail', { edition: edition.title })}
        hint={t('aides.hint')}
        type="email"
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
      {waiting > 0 && <p className="note">{t('aides.waiting', { count: waiting })}</p>}
      {invite.error && <ProblemNotice problem={problemIn(invite.error)} />}
      <p>
        <button className="button" type="submit" disabled={!mail.includes('@') || invite.isPending}>
          {t('aides.invite')}
        </button>
      </p>
    </form>
  );
}

import { queryOf } from '@forum/client/query';
import { arrangeAide, endAideOf, listAidesOf } from '@forum/contract/delegations/aides';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';

/** The aides of a delegate: who waits for a confirmation, who may act, and the way to propose one. */
export function AidesOfDelegate({ delegateId }: { delegateId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug, delegate: delegateId };
  const query = useQuery(queryOf(listAidesOf, { params }));
  const end = useWrite(endAideOf, listAidesOf);
  return (
    <section className="stack-tight">
      <h3>{t('aides.title')}</h3>
      <Read query={query} bones={1}>
        {(aides) => (
          <ul className="ruled">
            {aides.map((aide) => (
              <li key={aide.id} className="apart" style={{ paddingBlock: '0.5rem' }}>
                <span>
                  {aide.name ?? aide.mail} <span className="note">{t(`aides.state-${aide.state}`)}</span>
                  {aide.state === 'active' && !aide.accredited && (
                    <span className="note"> · {t('aides.not-accredited')}</span>
                  )}
                </span>
                <ConfirmButton
                  label={t('aides.end')}
                  question={t('aides.end-touches', { aide: aide.mail })}
                  disabled={end.isPending}
                  onConfirm={() => end.mutate({ params: { edition: edition.slug, aide: aide.id } })}
                />
              </li>
            ))}
          </ul>
        )}
      </Read>
      <Failure error={end.error} />
      <ProposeAide delegateId={delegateId} />
    </section>
  );
}

/** Proposes somebody to act for the delegate; it waits until they agree, or the head of their delegation does. */
function ProposeAide({ delegateId }: { delegateId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [mail, setMail] = useState('');
  const propose = useWrite(arrangeAide, listAidesOf);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate(
      { params: { edition: edition.slug }, body: { delegateId, mail: mail.trim() } },
      { onSuccess: () => setMail('') },
    );
  };
  return (
    <form className="stack-tight" onSubmit={submit}>
      <TextField
        label={t('aides.mail')}
        hint={t('aides.hint')}
        type="email"
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
      <Failure error={propose.error} />
      <div>
        <button className="button" type="submit" disabled={!mail.includes('@') || propose.isPending}>
          {t('aides.propose')}
        </button>
      </div>
    </form>
  );
}

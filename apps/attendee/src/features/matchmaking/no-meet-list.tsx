import { call, problemIn } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import { listNoMeets, setNoMeet } from '@forum/contract/matchmaking/no-meets';
import { listSuggestions } from '@forum/contract/matchmaking/suggestions';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreedAlready } from './agreed-already.tsx';
import { FirmSearch } from './firm-search.tsx';

/** Firms that one never wants to meet; the others learn nothing of it. */
export function NoMeetList({ own }: { own: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const [reason, setReason] = useState('');
  const where = { params: { edition: edition.slug, firm: own } };
  const query = useQuery(queryOf(listNoMeets, where));
  const set = useMutation({
    mutationFn: (body: { other: string; reason: string | null }) => call(setNoMeet, { ...where, body }),
    onSuccess: () => {
      setChosen(null);
      setReason('');
    },
    onSettled: () =>
      Promise.all(
        [listNoMeets, listSuggestions].map((route) => client.invalidateQueries({ queryKey: keyOf(route) })),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) set.mutate({ other: chosen.id, reason });
  };
  return (
    <section className="stack" aria-labelledby="no-meet">
      <h2 id="no-meet">{t('no-meet.title')}</h2>
      <p className="second">{t('no-meet.text')}</p>
      <Read query={query} bones={1}>
        {(rows) => (
          <>
            {rows.length > 0 && (
              <ul className="ruled">
                {rows.map(({ firm, reason: because }) => (
                  <li key={firm.id} className="apart found-row">
                    <span>
                      <strong>{firm.name}</strong> <span className="second">{because}</span>
                    </span>
                    <button
                      className="button"
                      type="button"
                      disabled={set.isPending}
                      onClick={() => set.mutate({ other: firm.id, reason: null })}
                    >
                      {t('no-meet.take-back', { firm: firm.name })}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {chosen ? (
              <form className="form" onSubmit={submit}>
                <AgreedAlready other={chosen} />
                <TextField
                  label={t('no-meet.reason', { firm: chosen.name })}
                  hint={t('no-meet.reason-hint')}
                  required
                  maxLength={300}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
                <p className="line-up">
                  <button
                    className="button"
                    data-kind="main"
                    type="submit"
                    disabled={!reason.trim() || set.isPending}
                  >
                    {t('no-meet.save')}
                  </button>
                  <button className="button" data-kind="quiet" type="button" onClick={() => setChosen(null)}>
                    {t('form.cancel')}
                  </button>
                </p>
              </form>
            ) : (
              <div className="form">
                <FirmSearch
                  label={t('no-meet.add')}
                  without={[own, ...rows.map(({ firm }) => firm.id)]}
                  onChoose={setChosen}
                />
              </div>
            )}
          </>
        )}
      </Read>
      {set.error && <ProblemNotice problem={problemIn(set.error)} />}
    </section>
  );
}

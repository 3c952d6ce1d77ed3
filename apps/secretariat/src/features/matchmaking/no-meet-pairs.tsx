import { queryOf } from '@forum/client/query';
import { listAllNoMeets, setHostNoMeet } from '@forum/contract/matchmaking/no-meets';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import type { Named } from '../../components/choice.tsx';
import { FirmField } from '../../components/firm-field.tsx';
import { AgreedBetween } from './agreed-between.tsx';

/** Pairs of firms that must not meet, whoever named them, and the host's own. */
export function NoMeetPairs(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const where = { params: { edition: edition.slug } };
  const query = useQuery(queryOf(listAllNoMeets, where));
  const set = useWrite(setHostNoMeet, listAllNoMeets);
  const [one, setOne] = useState<Named | null>(null);
  const [other, setOther] = useState<Named | null>(null);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!one || !other) return;
    set.mutate(
      { ...where, body: { firms: [one.id, other.id], reason } },
      {
        onSuccess: () => {
          setOne(null);
          setOther(null);
          setReason('');
        },
      },
    );
  };
  return (
    <section className="stack" aria-labelledby="no-meet-pairs">
      <h2 id="no-meet-pairs">{t('matching.no-meets')}</h2>
      <p className="second">{t('matching.no-meets-text')}</p>
      <Read query={query} bones={2}>
        {(pairs) => (
          <>
            {pairs.length === 0 && <p>{t('matching.no-pairs')}</p>}
            <ul className="ruled">
              {pairs.map(({ firms: [a, b], reason: because, byHost }) => (
                <li key={`${a.id}${b.id}`} className="apart history-row">
                  <span>
                    <strong>
                      {a.name} ↔ {b.name}
                    </strong>{' '}
                    <span className="note">
                      {because} · {byHost ? t('matching.by-host') : t('matching.by-firm', { firm: a.name })}
                    </span>
                  </span>
                  {byHost && (
                    <button
                      className="button"
                      type="button"
                      disabled={set.isPending}
                      onClick={() => set.mutate({ ...where, body: { firms: [a.id, b.id], reason: null } })}
                    >
                      {t('matching.take-back')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Read>
      <form className="form panel" onSubmit={submit}>
        <FirmField label={t('matching.first-firm')} chosen={one} onChoose={setOne} />
        <FirmField label={t('matching.second-firm')} chosen={other} onChoose={setOther} />
        {one && other && <AgreedBetween one={one} other={other} />}
        <TextField
          label={t('matching.reason')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure error={set.error} />
        <p>
          <button
            className="button"
            data-kind="main"
            type="submit"
            disabled={!one || !other || !reason.trim() || set.isPending}
          >
            {t('matching.keep-apart')}
          </button>
        </p>
      </form>
    </section>
  );
}

import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { type Aide, confirmAide, endAide, listAideActs, listAides } from '@forum/contract/identity/aides';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useWrite } from '@forum/ui/lib/use-write';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** One of my aides: how it stands, what they did, and how to agree to it or end it. */
export function AideRow({ aide }: { aide: Aide }): ReactNode {
  const { t } = useTranslation();
  const confirm = useWrite(confirmAide, listAides);
  const end = useWrite(endAide, listAides);
  const params = { aide: aide.id };
  const who = aide.name ?? aide.mail;
  const error = confirm.error ?? end.error;
  return (
    <li className="stack-tight" style={{ paddingBlock: '0.75rem' }}>
      <div className="apart">
        <span>
          {who} <span className="note">{t(`aides.state-${aide.state}`)}</span>
          <br />
          <span className="note">
            {[
              aide.name && aide.mail,
              aide.edition.title,
              aide.state === 'active' && !aide.accredited && t('aides.not-accredited'),
              aide.byHost && t('aides.by-host'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {aide.state !== 'ended' && (
          <span className="line-up">
            {aide.state === 'proposed' && (
              <ConfirmButton
                label={t('aides.confirm')}
                confirmKind="main"
                question={t('aides.confirm-touches', { aide: aide.mail })}
                disabled={confirm.isPending}
                onConfirm={() => confirm.mutate({ params })}
              />
            )}
            <ConfirmButton
              label={t('aides.end')}
              question={t('aides.end-touches', { aide: who })}
              disabled={end.isPending}
              onConfirm={() => end.mutate({ params })}
            />
          </span>
        )}
      </div>
      {error && <ProblemNotice problem={problemIn(error)} />}
      {aide.firstActedAt && <Acts aide={aide} since={aide.firstActedAt} />}
    </li>
  );
}

function Acts({ aide, since }: { aide: Aide; since: string }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...queryOf(listAideActs, { params: { aide: aide.id } }), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('aides.acts')} <Span start={since} end={null} />
      </summary>
      {open && (
        <Read query={query} bones={1}>
          {(acts) =>
            acts.length === 0 ? (
              <p className="note">{t('aides.no-acts')}</p>
            ) : (
              <ul>
                {acts.map((act) => (
                  <li key={act.sequence}>
                    {t(`act.${act.type}`, { defaultValue: t('act.other') })}{' '}
                    <span className="note">
                      <Span start={act.at} end={null} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Read>
      )}
    </details>
  );
}

import { queryOf } from '@forum/client/query';
import { confirmAideOf, endAideOf, listAidesToConfirm } from '@forum/contract/delegations/aides';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';

/** Aides whom the host proposed for people of one's delegation: the head agrees for who does not sign in. */
export function AidesToConfirm(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(listAidesToConfirm, { params: { edition: edition.slug } }));
  const confirm = useWrite(confirmAideOf, listAidesToConfirm);
  const end = useWrite(endAideOf, listAidesToConfirm);
  const waiting = query.data ?? [];
  const of = (aide: string) => ({ params: { edition: edition.slug, aide } });
  if (query.error) return <Failure error={query.error} />;
  if (waiting.length === 0) return null;
  return (
    <section className="panel stack-tight" data-tone="accent">
      <h2>{t('aides.to-confirm')}</h2>
      <p className="second">{t('aides.to-confirm-text')}</p>
      <ul className="ruled">
        {waiting.map((aide) => (
          <li key={aide.id} className="apart" style={{ paddingBlock: '0.5rem' }}>
            <span>{t('aides.for', { aide: aide.mail, principal: aide.principal.name })}</span>
            <span className="line-up">
              <ConfirmButton
                label={t('aides.confirm')}
                confirmKind="main"
                question={t('aides.confirm-touches', { aide: aide.mail, principal: aide.principal.name })}
                disabled={confirm.isPending}
                onConfirm={() => confirm.mutate(of(aide.id))}
              />
              <ConfirmButton
                label={t('aides.refuse')}
                question={t('aides.end-touches', { aide: aide.mail })}
                disabled={end.isPending}
                onConfirm={() => end.mutate(of(aide.id))}
              />
            </span>
          </li>
        ))}
      </ul>
      <Failure error={confirm.error ?? end.error} />
    </section>
  );
}

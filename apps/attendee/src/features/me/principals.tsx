import { call, problemIn } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import { answerAideInvitation, endAide, listInvitationsAsAide } from '@forum/contract/identity/aides';
import { whoAmI } from '@forum/contract/identity/me';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import type { SignedIn } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useActFor } from './use-act-for.ts';

/** Whom I may act for, each in one edition, and invitations to act for somebody. */
export function Principals({ me }: { me: SignedIn }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const act = useActFor();
  const invitations = useQuery(queryOf(listInvitationsAsAide)).data ?? [];
  const settled = () =>
    Promise.all(
      [listInvitationsAsAide, whoAmI].map((route) => client.invalidateQueries({ queryKey: keyOf(route) })),
    );
  const answer = useMutation({
    mutationFn: ({ id, accept }: { id: string; accept: boolean }) =>
      call(answerAideInvitation, { params: { invitation: id }, body: { accept } }),
    onSettled: settled,
  });
  const end = useMutation({
    mutationFn: (aide: string) => call(endAide, { params: { aide } }),
    onSettled: settled,
  });
  const others = me.principals.filter(({ aide }) => aide !== me.actingFor?.aide);
  if (invitations.length + others.length === 0) return null;
  const error = answer.error ?? act.error ?? end.error;
  return (
    <section className="stack-tight">
      <h2>{t('principals.title')}</h2>
      {invitations.map((invitation) => (
        <div key={invitation.id} className="panel apart">
          <span>
            {t('principals.invited', { principal: invitation.principal })}{' '}
            <span className="note">{invitation.edition.title}</span>
            {!invitation.confirmed && (
              <>
                <br />
                <span className="note">{t('principals.unconfirmed')}</span>
              </>
            )}
          </span>
          <span className="line-up">
            <button
              className="button"
              data-kind="main"
              type="button"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ id: invitation.id, accept: true })}
            >
              {t('aides.accept')}
            </button>
            <button
              className="button"
              type="button"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ id: invitation.id, accept: false })}
            >
              {t('aides.decline')}
            </button>
          </span>
        </div>
      ))}
      <ul className="ruled">
        {others.map((principal) => (
          <li key={principal.aide} className="stack-tight" style={{ paddingBlock: '0.75rem' }}>
            <div className="apart">
              <span>
                {principal.name} <span className="note">{principal.edition.title}</span>
              </span>
              <span className="line-up">
                <button
                  className="button"
                  type="button"
                  disabled={act.isPending}
                  onClick={() => act.mutate(principal.aide)}
                >
                  {t('aides.act', { principal: principal.name })}
                </button>
                <ConfirmButton
                  label={t('aides.end')}
                  question={t('principals.end-touches', { principal: principal.name })}
                  disabled={end.isPending}
                  onConfirm={() => end.mutate(principal.aide)}
                />
              </span>
            </div>
            {!principal.accredited && (
              <p className="note">
                {t('principals.not-accredited', { principal: principal.name })}{' '}
                <Link to={`/e/${principal.edition.slug}/register`}>{t('me.registration')}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNotice problem={problemIn(error)} />}
    </section>
  );
}

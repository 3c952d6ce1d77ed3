import { call, problemIn } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import {
  answerAideInvitation,
  endAide,
  inviteAide,
  listAides,
  listInvitationsAsAide,
  whoAmI,
} from '@forum/contract/identity';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { TextField } from '@forum/ui/forms/field';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SignedIn } from '@forum/ui/lib/edition';
import { useActFor } from './use-act-for.ts';

/** Who may act for me, whom I may act for, and invitations that wait. */
export function Aides({ me }: { me: SignedIn }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [mail, setMail] = useState('');
  const act = useActFor();
  const aides = useQuery({ ...queryOf(listAides), enabled: me.actingFor === null }).data ?? [];
  const invitations = useQuery(queryOf(listInvitationsAsAide)).data ?? [];
  const settled = () =>
    Promise.all(
      [listAides, listInvitationsAsAide, whoAmI].map((route) =>
        client.invalidateQueries({ queryKey: keyOf(route) }),
      ),
    );
  const invite = useMutation({
    mutationFn: () => call(inviteAide, { body: { mail: mail.trim() } }),
    onSuccess: () => setMail(''),
    onSettled: settled,
  });
  const end = useMutation({
    mutationFn: (aide: string) => call(endAide, { params: { aide } }),
    onSettled: settled,
  });
  const answer = useMutation({
    mutationFn: ({ id, accept }: { id: string; accept: boolean }) =>
      call(answerAideInvitation, { params: { invitation: id }, body: { accept } }),
    onSettled: settled,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <section className="stack">
      <h2>{t('aides.title')}</h2>
      {invitations.map((invitation) => (
        <div key={invitation.id} className="panel apart">
          <span>{t('aides.invited', { principal: invitation.principal.name })}</span>
          <span className="line-up">
            <button
              className="button"
              data-kind="main"
              type="button"
              onClick={() => answer.mutate({ id: invitation.id, accept: true })}
            >
              {t('aides.accept')}
            </button>
            <button
              className="button"
              type="button"
              onClick={() => answer.mutate({ id: invitation.id, accept: false })}
            >
              {t('aides.decline')}
            </button>
          </span>
        </div>
      ))}
      {me.principals
        .filter(({ id }) => id !== me.actingFor?.id)
        .map((principal) => (
          <p key={principal.id} className="apart">
            <span>{principal.name}</span>
            <button
              className="button"
              type="button"
              disabled={act.isPending}
              onClick={() => act.mutate(principal.id)}
            >
              {t('aides.act', { principal: principal.name })}
            </button>
          </p>
        ))}
      {me.actingFor ? (
        <p className="second">{t('aides.as-oneself')}</p>
      ) : (
        <>
          <ul className="ruled">
            {aides
              .filter(({ state }) => state !== 'ended')
              .map((aide) => (
                <li key={aide.id} className="apart" style={{ paddingBlock: '0.5rem' }}>
                  <span>
                    {aide.name ?? aide.mail} <span className="note">{t(`aides.state-${aide.state}`)}</span>
                  </span>
                  <ConfirmButton
                    label={t('aides.end')}
                    question={t('aides.end-touches', { aide: aide.name ?? aide.mail })}
                    disabled={end.isPending}
                    onConfirm={() => end.mutate(aide.id)}
                  />
                </li>
              ))}
          </ul>
          <form className="form" onSubmit={submit}>
            <TextField
              label={t('aides.mail')}
              hint={t('aides.hint')}
              type="email"
              value={mail}
              onChange={(event) => setMail(event.target.value)}
            />
            {invite.error && <ProblemNotice problem={problemIn(invite.error)} />}
            <p>
              <button className="button" type="submit" disabled={!mail.includes('@') || invite.isPending}>
                {t('aides.invite')}
              </button>
            </p>
          </form>
        </>
      )}
    </section>
  );
}

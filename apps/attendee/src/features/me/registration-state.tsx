import { call, problemIn } from '@forum/client/http';
import { keyOf } from '@forum/client/query';
import { readRegistration, withdrawRegistration } from '@forum/contract/delegations/registration';
import { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActing, useEdition } from '@forum/ui/lib/edition';
import { isClosed } from './form-of.ts';

export type Registration = NonNullable<RouteOutput<typeof readRegistration>>;

/** How a registration stands: in words for the applicant, never with the reason of a decision. */
export function RegistrationState({ registration }: { registration: Registration }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => call(withdrawRegistration, { params: { edition: edition.slug } }),
    onSettled: () =>
      Promise.all(
        [readRegistration, whoAmI].map((route) => client.invalidateQueries({ queryKey: keyOf(route) })),
      ),
  });
  const { state, delegation, waitingPosition } = registration;
  const acting = useActing();
  const mayWithdraw = !acting && (state === 'submitted' || state === 'accredited' || state === 'waitlisted');
  return (
    <>
      <Notice tone={state === 'accredited' ? 'good' : 'plain'}>
        <p>
          <strong>{t(`accreditation.${state}`)}</strong>
        </p>
        {delegation && <p className="second">{delegation.name}</p>}
        {isClosed(registration) && <p>{t('register.closed')}</p>}
        {waitingPosition !== null && <p>{t('register.waiting', { position: waitingPosition })}</p>}
      </Notice>
      {mayWithdraw && (
        <div>
          <ConfirmButton
            kind="grave"
            label={t('register.withdraw')}
            question={t('register.withdraw-touches')}
            disabled={withdraw.isPending}
            onConfirm={() => withdraw.mutate()}
          />
        </div>
      )}
      {withdraw.error && <ProblemNotice problem={problemIn(withdraw.error)} />}
    </>
  );
}

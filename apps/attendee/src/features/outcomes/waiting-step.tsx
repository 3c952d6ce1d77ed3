import { problemIn } from '@forum/client/http';
import { confirmOutcome, declineOutcome, listOutcomes, type Matter } from '@forum/contract/outcomes/ledger';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';

/** The step of a matter that waits for an answer: ours to give, or theirs. */
export function WaitingStep({ matter, other }: { matter: Matter; other: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [confidential, setConfidential] = useState(false);
  const confirm = useWrite(confirmOutcome, listOutcomes);
  const decline = useWrite(declineOutcome, listOutcomes);
  const step = matter.steps.find(({ state }) => state === 'proposed');
  if (!step) return null;
  if (step.by === 'us') return <p className="second">{t('outcomes.awaits-them', { firm: other })}</p>;
  const params = { edition: edition.slug, outcome: step.id };
  const error = confirm.error ?? decline.error;
  const isBusy = confirm.isPending || decline.isPending;
  return (
    <div className="stack-tight">
      <p>
        <strong>{t('outcomes.awaits-us', { firm: other, stage: t(`stage.${step.stage}`) })}</strong>
      </p>
      {!step.confidential && (
        <Tick
          label={t('outcomes.keep-confidential')}
          hint={t('outcomes.keep-confidential-hint')}
          checked={confidential}
          onChange={(event) => setConfidential(event.target.checked)}
        />
      )}
      <p className="line-up">
        <button
          className="button"
          data-kind="main"
          type="button"
          disabled={isBusy}
          onClick={() => confirm.mutate({ params, body: { confidential } })}
        >
          {t('outcomes.confirm')}
        </button>
        <ConfirmButton
          label={t('outcomes.decline')}
          question={t('outcomes.decline-touches', { firm: other })}
          disabled={isBusy}
          onConfirm={() => decline.mutate({ params })}
        />
      </p>
      {error && <ProblemNotice problem={problemIn(error)} />}
    </div>
  );
}

import { problemIn } from '@forum/client/http';
import { listOutcomes, type Matter, proposeOutcome } from '@forum/contract/outcomes/ledger';
import { type OutcomeStage, outcomeStages } from '@forum/domain/outcomes/ledger';
import { SelectField, TextField, Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';

interface ProposeFormProps {
  firm: { id: string; name: string };
  /** Null begins a new one. */
  matter: Matter | null;
  onDone: () => void;
}

/** Says that a stage has been reached, for the other firm to confirm. */
export function ProposeForm({ firm, matter, onDone }: ProposeFormProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const stages: readonly OutcomeStage[] = matter?.next ?? outcomeStages;
  const [title, setTitle] = useState(matter?.title ?? '');
  const [stage, setStage] = useState<OutcomeStage>(stages[0] ?? 'interest');
  const [until, setUntil] = useState('');
  const [confidential, setConfidential] = useState(false);
  const propose = useWrite(proposeOutcome, listOutcomes);
  const isWhole = title.trim() !== '' && (stage !== 'pilot' || until !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate(
      {
        params: { edition: edition.slug, firm: firm.id },
        body: {
          matter: matter?.id ?? null,
          title,
          stage,
          until: stage === 'pilot' ? until : null,
          confidential,
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      {!matter && (
        <TextField
          label={t('outcomes.matter')}
          hint={t('outcomes.matter-hint')}
          maxLength={160}
          required
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      )}
      <SelectField
        label={t('outcomes.stage')}
        value={stage}
        onChange={(event) => setStage(stages.find((one) => one === event.target.value) ?? stage)}
      >
        {stages.map((one) => (
          <option key={one} value={one}>
            {t(`stage.${one}`)}
          </option>
        ))}
      </SelectField>
      {stage === 'pilot' && (
        <TextField
          type="date"
          required
          label={t('outcomes.ends')}
          hint={t('outcomes.ends-hint')}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      )}
      <Tick
        label={t('outcomes.keep-confidential')}
        hint={t('outcomes.keep-confidential-hint')}
        checked={confidential}
        onChange={(event) => setConfidential(event.target.checked)}
      />
      {propose.error && <ProblemNotice problem={problemIn(propose.error)} />}
      <p className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={!isWhole || propose.isPending}>
          {t('outcomes.propose')}
        </button>
        <button className="button" type="button" onClick={onDone}>
          {t('form.cancel')}
        </button>
      </p>
      <p className="note">{t('outcomes.propose-touches', { firm: firm.name })}</p>
    </form>
  );
}

import type { Hall } from '@forum/contract/meetings/halls';
import { listPlanRuns, startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { SelectField, TextField, Tick } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

interface RunFormProps {
  halls: readonly Hall[];
  /** Which of them is planned. */
  hallId: string;
  onHall: (id: string) => void;
  /** How many the edition has. */
  interpreters: number;
  /** A run is under way. */
  busy: boolean;
  to: (run: string) => string;
}

/** What a plan is asked for, and the button that starts it. */
export function RunForm({ halls, hallId, onHall, interpreters, busy, to }: RunFormProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const navigate = useNavigate();
  const start = useWrite(startPlanRun, listPlanRuns);
  const [seconds, setSeconds] = useState('10');
  const [seed, setSeed] = useState('1');
  const [floor, setFloor] = useState('2');
  const [fairness, setFairness] = useState('2');
  const [inARow, setInARow] = useState('');
  const [iterations, setIterations] = useState('');
  const [musts, setMusts] = useState(true);
  const [onlyInterpreted, setInterpreted] = useState(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate(
      {
        params: { edition: edition.slug },
        body: {
          hallId,
          seconds: Number(seconds),
          seed: Number(seed),
          floorForSmall: Number(floor),
          fairness: fairness === '' ? null : Number(fairness),
          mostInARow: inARow === '' ? null : Number(inARow),
          iterations: iterations === '' ? null : Number(iterations),
          mustsAreMandatory: musts,
          onlyInterpreted,
        },
      },
      { onSuccess: ({ id }) => void navigate(to(id)) },
    );
  };
  return (
    <form className="panel stack" onSubmit={submit} aria-labelledby="new-plan">
      <h2 id="new-plan">{t('planner.new')}</h2>
      {halls.length > 1 && (
        <SelectField
          label={t('planner.hall')}
          value={hallId}
          onChange={(event) => onHall(event.target.value)}
        >
          {halls.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <Tick
        label={t('planner.musts')}
        hint={t('planner.musts-hint')}
        checked={musts}
        onChange={(event) => setMusts(event.target.checked)}
      />
      {interpreters > 0 && (
        <Tick
          label={t('planner.only-interpreted')}
          hint={t('planner.only-interpreted-hint', { count: interpreters })}
          checked={onlyInterpreted}
          onChange={(event) => setInterpreted(event.target.checked)}
        />
      )}
      <details>
        <summary>{t('planner.more')}</summary>
        <div className="pair">
          <TextField
            label={t('planner.seconds')}
            type="number"
            min={1}
            max={120}
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
          />
          <TextField
            label={t('planner.floor')}
            type="number"
            min={0}
            max={20}
            value={floor}
            onChange={(event) => setFloor(event.target.value)}
          />
          <TextField
            label={t('planner.fairness')}
            type="number"
            min={0}
            max={20}
            value={fairness}
            onChange={(event) => setFairness(event.target.value)}
          />
          <TextField
            label={t('planner.in-a-row')}
            hint={t('planner.in-a-row-hint')}
            type="number"
            min={1}
            max={40}
            value={inARow}
            onChange={(event) => setInARow(event.target.value)}
          />
          <TextField
            label={t('planner.iterations-field')}
            hint={t('planner.iterations-hint')}
            type="number"
            min={0}
            step="any"
            value={iterations}
            onChange={(event) => setIterations(event.target.value)}
          />
          <TextField
            label={t('planner.seed')}
            hint={t('planner.seed-hint')}
            type="number"
            min={0}
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
        </div>
      </details>
      <Failure error={start.error} />
      <p>
        <button className="button" data-kind="main" disabled={busy || start.isPending}>
          {t('planner.start')}
        </button>
      </p>
    </form>
  );
}

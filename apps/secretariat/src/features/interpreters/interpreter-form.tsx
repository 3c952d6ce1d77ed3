import {
  addInterpreter,
  changeInterpreter,
  type Interpreter,
  listInterpreters,
} from '@forum/contract/meetings/interpreters';
import { readPlanScope } from '@forum/contract/matchmaking/planning/plan-runs';
import { TextField, Tick } from '@forum/ui/forms/field';
import { LanguagesSpoken } from '@forum/ui/forms/languages-spoken';
import { useEdition } from '@forum/ui/lib/edition';
import { wallTimeIn } from '@forum/ui/lib/instants';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { Hours, type WallSpan } from '../../components/hours.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

interface InterpreterFormProps {
  /** Null to add one. */
  interpreter: Interpreter | null;
  onDone: () => void;
}

/** Adds an interpreter or changes one: the languages between which they work, and when. */
export function InterpreterForm({ interpreter, onDone }: InterpreterFormProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const wall = (instant: string) => wallTimeIn(instant, edition.zone);
  const [name, setName] = useState(interpreter?.name ?? '');
  const [languages, setLanguages] = useState(interpreter?.languages ?? []);
  const [mostInARow, setMost] = useState(String(interpreter?.mostInARow ?? ''));
  const [always, setAlways] = useState(!interpreter?.hours);
  const [hours, setHours] = useState<WallSpan[]>(
    interpreter?.hours?.map(({ start, end }) => ({ start: wall(start), end: wall(end) })) ?? [
      { start: `${edition.startsOn}T09:00`, end: `${edition.startsOn}T18:00` },
    ],
  );
  const add = useWrite(addInterpreter, listInterpreters, readPlanScope);
  const change = useWrite(changeInterpreter, listInterpreters);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      name,
      languages,
      hours: always ? null : hours.map(({ start, end }) => ({ start, end })),
      mostInARow: mostInARow === '' ? null : Number(mostInARow),
    };
    const params = { edition: edition.slug };
    if (!interpreter) return add.mutate({ params, body }, { onSuccess: onDone });
    change.mutate(
      {
        params: { ...params, interpreter: interpreter.id },
        body: { ...body, version: interpreter.version },
      },
      { onSuccess: onDone },
    );
  };
  const isBusy = add.isPending || change.isPending;
  return (
    <form className="form panel" onSubmit={submit} aria-labelledby="interpreter-form">
      <h2 id="interpreter-form">
        {interpreter ? t('interpreters.change-one', interpreter) : t('interpreters.add')}
      </h2>
      <TextField
        label={t('interpreters.name')}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <LanguagesSpoken label={t('interpreters.between')} chosen={languages} onChange={setLanguages} />
      <TextField
        label={t('interpreters.in-a-row')}
        hint={t('interpreters.in-a-row-hint')}
        type="number"
        min={1}
        max={40}
        value={mostInARow}
        onChange={(event) => setMost(event.target.value)}
      />
      <Tick
        label={t('interpreters.always')}
        checked={always}
        onChange={(event) => setAlways(event.target.checked)}
      />
      {!always && (
        <Hours
          title={t('interpreters.hours', { city: edition.capital.name })}
          spans={hours}
          onChange={setHours}
        />
      )}
      <Failure error={add.error ?? change.error} />
      <p className="line-up">
        <button
          className="button"
          data-kind="main"
          type="submit"
          disabled={!name.trim() || languages.length < 2 || isBusy}
        >
          {t('interpreters.save')}
        </button>
        <button className="button" data-kind="quiet" type="button" onClick={onDone}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  );
}

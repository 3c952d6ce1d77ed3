import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import { sizeClasses } from '@forum/domain/matchmaking/profile';
import { AnyOf } from '@forum/ui/forms/any-of';
import { TextField } from '@forum/ui/forms/field';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CapabilityChoice } from './capability-choice.tsx';
import { CountriesField } from './countries-field.tsx';
import { countriesIn } from '@forum/ui/lib/countries-in';
import { type Goal, useGoalWords } from './goal-words.ts';

type Group = NonNullable<Goal['between']>[number];
type Sizes = NonNullable<Group['sizes']>;

interface GroupDraft {
  sizes: Sizes;
  countries: string;
}

const anybody: GroupDraft = { sizes: [], countries: '' };
const empty = { id: '', points: '15', capabilities: [], modes: [], one: anybody, other: anybody };

interface Draft {
  id: string;
  points: string;
  capabilities: string[];
  modes: NonNullable<Goal['modes']>;
  one: GroupDraft;
  other: GroupDraft;
}

const groupOf = ({ sizes, countries }: GroupDraft): Group => ({
  sizes: sizes.length > 0 ? sizes : null,
  countries: countriesIn(countries).codes,
});

function goalOf({ id, points, capabilities, modes, ...sides }: Draft): Goal {
  const [one, other] = [groupOf(sides.one), groupOf(sides.other)];
  const isOfSome = [one, other].some(({ sizes, countries }) => sizes !== null || countries !== null);
  return {
    id: id.trim(),
    points: Math.min(1000, Math.max(0, Math.round(Number(points)))),
    capabilities: capabilities.length > 0 ? capabilities : null,
    modes: modes.length > 0 ? modes : null,
    between: isOfSome ? [one, other] : null,
  };
}

/** Writes a goal, which is read as a sentence before it is added to the draft. */
export function GoalForm({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (goal: Goal) => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useGoalWords();
  const [draft, setDraft] = useState<Draft>(empty);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const goal = goalOf(draft);
  const isTaken = taken.includes(goal.id);
  const isSound = [draft.one, draft.other].every((side) => countriesIn(side.countries).strange.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd(goal);
    setDraft(empty);
  };
  return (
    <form className="form" aria-label={t('matching.goal.new')} onSubmit={submit}>
      <div className="pair">
        <TextField
          label={t('matching.goal.name')}
          hint={t('matching.goal.name-hint')}
          error={isTaken ? t('matching.goal.taken') : null}
          maxLength={80}
          value={draft.id}
          onChange={(event) => change({ id: event.target.value })}
        />
        <TextField
          label={t('matching.goal.points')}
          hint={t('matching.goal.points-hint')}
          type="number"
          min={0}
          max={1000}
          value={draft.points}
          onChange={(event) => change({ points: event.target.value })}
        />
      </div>
      <CapabilityChoice codes={draft.capabilities} onChange={(capabilities) => change({ capabilities })} />
      <AnyOf
        label={t('matching.goal.modes')}
        values={cooperationModes}
        chosen={draft.modes}
        nameOf={(mode) => t(`mode.${mode}`)}
        onChange={(modes) => change({ modes })}
      />
      <GroupFields legend={t('matching.goal.one')} draft={draft.one} onChange={(one) => change({ one })} />
      <GroupFields
        legend={t('matching.goal.other')}
        draft={draft.other}
        onChange={(other) => change({ other })}
      />
      <p role="status" className="second">
        {say(goal)}
      </p>
      <p>
        <button className="button" type="submit" disabled={goal.id === '' || isTaken || !isSound}>
          {t('matching.goal.add')}
        </button>
      </p>
    </form>
  );
}

function GroupFields({
  legend,
  draft,
  onChange,
}: {
  legend: string;
  draft: GroupDraft;
  onChange: (draft: GroupDraft) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="stack">
      <legend>
        <h3>{legend}</h3>
      </legend>
      <AnyOf
        label={t('matching.goal.sizes')}
        values={sizeClasses}
        chosen={draft.sizes}
        nameOf={(size) => t(`size.${size}`)}
        onChange={(sizes) => onChange({ ...draft, sizes })}
      />
      <CountriesField value={draft.countries} onChange={(countries) => onChange({ ...draft, countries })} />
    </fieldset>
  );
}

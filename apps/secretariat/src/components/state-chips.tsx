import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface StateChipsProps<State extends string> {
  label: string;
  states: readonly State[];
  chosen: State | undefined;
  counts: Readonly<Record<string, number>>;
  nameOf: (state: State) => string;
  onChoose: (state: State | '') => void;
}

/** Narrows a list to one state; each says how many there are. */
export function StateChips<State extends string>({
  label,
  states,
  chosen,
  counts,
  nameOf,
  onChoose,
}: StateChipsProps<State>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="chips" role="group" aria-label={label}>
      <button className="chip" type="button" aria-pressed={!chosen} onClick={() => onChoose('')}>
        {t('list.all')}
      </button>
      {states.map((state) => (
        <button
          key={state}
          className="chip"
          type="button"
          aria-pressed={chosen === state}
          onClick={() => onChoose(state)}
        >
          {nameOf(state)} <span className="count figures">{counts[state] ?? 0}</span>
        </button>
      ))}
    </div>
  );
}

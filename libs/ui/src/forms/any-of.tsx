import { type ReactNode, useId } from 'react';

interface AnyOfProps<Value extends string> {
  label: string;
  hint?: string;
  values: readonly Value[];
  chosen: readonly Value[];
  nameOf: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}

/** Any of a few, each turned on and off by a tap. */
export function AnyOf<Value extends string>({
  label,
  hint,
  values,
  chosen,
  nameOf,
  onChange,
}: AnyOfProps<Value>): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      {hint && <span className="note">{hint}</span>}
      <div className="chips" role="group" aria-labelledby={id}>
        {values.map((value) => {
          const isChosen = chosen.includes(value);
          return (
            <button
              key={value}
              className="chip"
              type="button"
              aria-pressed={isChosen}
              onClick={() =>
                onChange(values.filter((one) => (one === value ? !isChosen : chosen.includes(one))))
              }
            >
              {nameOf(value)}
            </button>
          );
        })}
      </div>
    </div>
  );
}

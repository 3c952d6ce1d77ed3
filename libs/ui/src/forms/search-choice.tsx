import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { searchStep } from './search-keys.ts';

/** Something that was found. */
interface Hit {
  id: string;
}

interface SearchChoiceProps<One extends Hit> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onType: (text: string) => void;
  /** Null while nothing is searched. */
  found: readonly One[] | null;
  /** Whether that was found for an earlier text: it stays on the screen, and Enter chooses none of it. */
  isStale?: boolean;
  /** What the list of hits is called. */
  foundLabel: string;
  /** What stands there when nothing was found. */
  none?: string;
  onChoose: (one: One) => void;
  children: (one: One) => ReactNode;
}

/** A field to search in and what was found below it: the arrows mark a hit, Enter or a tap chooses it. */
export function SearchChoice<One extends Hit>(props: SearchChoiceProps<One>): ReactNode {
  const { label, hint, error, value, found, isStale = false, onType, onChoose } = props;
  const id = useId();
  const [active, setActive] = useState(0);
  const hits = found ?? [];
  const marked = Math.min(active, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = searchStep(event.key, active, hits.length, event.nativeEvent.isComposing);
    if (step.isSpent) event.preventDefault();
    setActive(step.active);
    const chosen = step.chosen === null ? undefined : hits[step.chosen];
    if (chosen && !isStale) onChoose(chosen);
  };
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="stack-tight">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <input
          className="input"
          id={id}
          type="search"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-found`}
          {...(hits.length > 0 ? { 'aria-activedescendant': `${id}-${marked}` } : {})}
          {...(error ? { 'aria-invalid': true } : {})}
          {...(describedBy ? { 'aria-describedby': describedBy } : {})}
          value={value}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setActive(0);
            onType(event.target.value);
          }}
        />
        {error && (
          <span className="error" id={`${id}-error`}>
            <Icon name="warning" />
            {error}
          </span>
        )}
      </div>
      <Hits {...props} id={id} marked={marked} />
    </div>
  );
}

interface HitsProps<One extends Hit> extends SearchChoiceProps<One> {
  id: string;
  marked: number;
}

function Hits<One extends Hit>(props: HitsProps<One>): ReactNode {
  const { id, marked, found, foundLabel, none, onChoose, children } = props;
  const hits = found ?? [];
  return (
    <>
      <ul
        className="ruled found"
        id={`${id}-found`}
        role="listbox"
        aria-label={foundLabel}
        hidden={hits.length === 0}
      >
        {hits.map((one, i) => (
          <li
            key={one.id}
            className="found-row"
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === marked}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(one)}
          >
            {children(one)}
          </li>
        ))}
      </ul>
      {none && (
        <p className="note" role="status">
          {found && hits.length === 0 ? none : ''}
        </p>
      )}
    </>
  );
}

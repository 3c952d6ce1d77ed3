import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react';
import { Icon } from '../icons/icon.tsx';
import { searchStep } from './search-keys.ts';

interface Labelled {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
}

interface Described {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

function Field({
  label,
  hint,
  error,
  children,
}: Labelled & { children: (described: Described) => ReactNode }): ReactNode {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        ...(error ? { 'aria-invalid': true } : {}),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      })}
      {error && (
        <span className="error" id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </span>
      )}
    </div>
  );
}

/** A line of text with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  ...input
}: Labelled & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => <input className="input" {...input} {...described} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  ...area
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => <textarea className="input" {...area} {...described} />}
    </Field>
  );
}

/** One of a few. */
export function SelectField({
  label,
  hint,
  error,
  ...select
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => <select className="input" {...select} {...described} />}
    </Field>
  );
}

/** Yes or no, with what it means. */
export function Tick({ label, hint, ...input }: Labelled & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  return (
    <label className="tick">
      <input type="checkbox" {...input} />
      <span>{label}</span>
      {hint && <span className="hint note">{hint}</span>}
    </label>
  );
}

/**
 * A field to search in what is listed below it. It shows what is being typed, and what was searched for once nobody
 * types: the address, which holds the search, may come a moment later than the next key.
 */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          onSearch(event.target.value);
        }}
        onKeyDown={(event) => {
          // What is typed is searched for already; Enter only puts the keyboard of a phone away.
          if (!searchStep(event.key, 0, 0, event.nativeEvent.isComposing).isSpent) return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

import { problemIn } from '@forum/client/http';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ProblemNotice } from '../states/notice.tsx';

interface CodeFormProps {
  label: string;
  hint?: string;
  /** What the button says. */
  action: string;
  kind?: 'main' | undefined;
  busy: boolean;
  error: Error | null;
  onCode: (code: string) => void;
}

/** One code, typed and sent. */
export function CodeForm({ label, hint, action, kind, busy, error, onCode }: CodeFormProps): ReactNode {
  const id = useId();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <input
          id={id}
          className="input code-input"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={code}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      {error && <ProblemNotice problem={problemIn(error)} />}
      <p>
        <button className="button" data-kind={kind} type="submit" disabled={busy || code.trim().length < 6}>
          {action}
        </button>
      </p>
    </form>
  );
}

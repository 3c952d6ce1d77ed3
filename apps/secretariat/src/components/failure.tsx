import { problemIn } from '@forum/client/http';
import { ProblemNotice } from '@forum/ui/states/notice';
import { type ReactNode } from 'react';

/** The refusal of a write, field by field where the server names them; nothing when it went well. */
export function Failure({ error }: { error: Error | null }): ReactNode {
  if (!error) return null;
  const { fields, ...problem } = problemIn(error);
  return (
    <div className="stack-tight">
      <ProblemNotice problem={problem} />
      {fields && (
        <ul className="note">
          {fields.map((field) => (
            <li key={field.path}>
              <code>{field.path}</code> {field.value}: {field.remedy}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

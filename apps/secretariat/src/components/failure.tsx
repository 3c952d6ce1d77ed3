import { problemIn } from '@forum/client/http';
import { ProblemNotice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';

/**
 * The refusal of a write, field by field where the server names them; nothing when it went well. A form that says it at
 * its fields passes `atFields`.
 */
export function Failure({ error, atFields = false }: { error: Error | null; atFields?: boolean }): ReactNode {
  if (!error) return null;
  const { fields, ...problem } = problemIn(error);
  return (
    <div className="stack-tight">
      <ProblemNotice problem={problem} />
      {fields && !atFields && (
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

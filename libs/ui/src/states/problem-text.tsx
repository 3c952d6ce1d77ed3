import { problemIn } from '@forum/client/http';
import { useTranslation } from 'react-i18next';

/** A refusal in the reader's language; a code that this version does not know is told in the server's words. */
export function useProblemText(error: unknown): string {
  const { i18n } = useTranslation('ui');
  if (error === null || error === undefined) return '';
  const problem = problemIn(error);
  const text: unknown = i18n.getResource(i18n.language, 'ui', `problem.${problem.code}`);
  return typeof text === 'string' ? text : problem.detail;
}

/** What the server says of each field it refused, by the last part of its path: `body.form.office` → `office`. */
export function fieldProblems(error: unknown): Record<string, string> {
  if (error === null || error === undefined) return {};
  const fields = problemIn(error).fields ?? [];
  return Object.fromEntries(fields.map(({ path, remedy }) => [path.split('.').at(-1) ?? path, remedy]));
}

import { type Problem, problem } from '@forum/contract/problem';

/** What stands for an answer when none came: no network, or nobody at the other end. */
export const unreachable: Problem = {
  type: 'about:blank',
  title: 'The forum cannot be reached',
  status: 0,
  code: 'network.offline',
  detail: 'The forum cannot be reached. Check the connection and try again.',
};

/**
 * The problem document of a refused response. A proxy in between may answer HTML or nothing: then the status alone is
 * told, as `temporarily.unavailable` for 5xx and `request.invalid` else.
 */
export async function readProblem(response: Response): Promise<Problem> {
  const read = problem.safeParse(await response.json().catch(() => null));
  if (read.success) return read.data;
  return {
    type: 'about:blank',
    title: response.statusText || `Status ${response.status}`,
    status: response.status,
    code: response.status >= 500 ? 'temporarily.unavailable' : 'request.invalid',
    detail: `The forum answered with status ${response.status} and no explanation. Try again in a moment.`,
  };
}

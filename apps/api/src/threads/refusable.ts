import { DomainError, type ErrorCode } from '@forum/domain/errors';

/** What a thread answers: the work done, or why it is refused. Errors lose their code on the way between threads. */
export type Answered<Result> =
  | { readonly done: Result }
  | { readonly refused: { code: ErrorCode; details: Record<string, unknown>; message: string } };

/** Work that a thread does, whose refusals arrive as such. */
export function refusable<Task, Result>(
  work: (task: Task) => Result | Promise<Result>,
): (task: Task) => Promise<Answered<Result>> {
  return async (task) => {
    try {
      return { done: await work(task) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, details, message } = error;
      return { refused: { code, details, message } };
    }
  };
}

/** The work done; throws the refusal of what was refused. */
export function doneOf<Result>(answered: Answered<Result>): Result {
  if ('done' in answered) return answered.done;
  const { code, details, message } = answered.refused;
  throw new DomainError(code, details, message);
}

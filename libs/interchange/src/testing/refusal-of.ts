import { DomainError } from '@forum/domain/errors';

/** The code and the reason with which an action is refused; fails where it is not. */
export function refusalOf(action: () => unknown): { code: string; reason: unknown } {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, reason: error.details['reason'] };
    throw error;
  }
  throw new Error('The action was not refused.');
}

/** The same of an action that is not done at once. */
export async function refusedWith(
  action: () => Promise<unknown>,
): Promise<{ code: string; reason: unknown }> {
  let done: () => unknown = () => undefined;
  await action().catch((error: unknown) => {
    done = () => {
      throw error;
    };
  });
  return refusalOf(done);
}

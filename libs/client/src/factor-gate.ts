import type { Route } from '@forum/contract/route';

/** Asks whoever sits there for their second factor; true once it was shown. */
type AskForFactor = () => Promise<boolean>;

let askNow: AskForFactor | null = null;
let asking: Promise<boolean> | null = null;

/** From now on a write that wants a second factor is asked for by this; returns what ends it. */
export function askForFactorBy(ask: AskForFactor): () => void {
  askNow = ask;
  return () => {
    if (askNow === ask) askNow = null;
  };
}

/**
 * Sends a write, and once more after the second factor was shown if it was refused for want of it: what was typed stays
 * where it is meanwhile. Several at once are asked for together.
 */
export async function withFactor<Result>(
  route: Pick<Route, 'method'>,
  send: () => Promise<Result>,
  isWanted: (error: unknown) => boolean,
): Promise<Result> {
  try {
    return await send();
  } catch (error) {
    if (route.method === 'GET' || !askNow || !isWanted(error)) throw error;
    asking ??= askNow().finally(() => (asking = null));
    if (!(await asking)) throw error;
    return send();
  }
}

import type { Logger } from 'pino';

const mostInASecond = 100;

export type Warn = (fields: object, text: string) => void;

/** Warns of what strangers send, at most a hundred times a second, and then of how many more there were: a log is no target either. */
export function warningSparingly(log: Pick<Logger, 'warn'>): Warn {
  let told = 0;
  let timer: NodeJS.Timeout | undefined;
  const renew = () => {
    if (told > mostInASecond) log.warn({ more: told - mostInASecond }, 'refused as well');
    told = 0;
    timer = undefined;
  };
  return (fields, text) => {
    timer ??= setTimeout(renew, 1_000).unref();
    if (++told <= mostInASecond) log.warn(fields, text);
  };
}

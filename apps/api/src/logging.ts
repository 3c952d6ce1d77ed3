import type { LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';

/** The process's log: JSON lines on standard error; ids and decisions, never names, mail addresses, tokens or bodies. */
export function createLog(level: string): Pino {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told } },
    pino.destination({ dest: 2, sync: false, minLength: 0 }),
  );
}

/** What is told of an error. One of the database carries the values of its statement, which may be anybody's name. */
export function told(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack } = error;
  const isOfDatabase = 'driverError' in error || 'severity' in error;
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return {
    type: name,
    ...(isOfDatabase ? {} : { message: shortened(error.message) }),
    code,
    constraint,
    stack: frames(stack),
  };
}

/** A text of somebody else, or its first 200 characters: no line of the log holds more of what a stranger sent. */
export const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

/** The frames of a stack, without the message above them, which may be as long as what was sent. */
const frames = (stack = '') =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');

/** Lets Nest write into the same log. */
export function nestLogger(log: Pino): LoggerService {
  const context = (rest: unknown[]) => ({ context: String(rest.at(-1) ?? 'nest') });
  return {
    log: (message: unknown, ...rest: unknown[]) => log.debug(context(rest), shortened(String(message))),
    warn: (message: unknown, ...rest: unknown[]) => log.warn(context(rest), shortened(String(message))),
    error: (message: unknown, ...rest: unknown[]) => log.error(context(rest), shortened(String(message))),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal(context(rest), shortened(String(message))),
  };
}

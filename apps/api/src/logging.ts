import { type LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';

/** The process's log: JSON lines on standard error; ids and decisions, never names, mail addresses, tokens or bodies. */
export function createLog(level: string): Pino {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false, minLength: 0 }),
  );
}

/** Lets Nest write into the same log. */
export function nestLogger(log: Pino): LoggerService {
  const context = (rest: unknown[]) => ({ context: String(rest.at(-1) ?? 'nest') });
  return {
    log: (message: unknown, ...rest: unknown[]) => log.debug(context(rest), String(message)),
    warn: (message: unknown, ...rest: unknown[]) => log.warn(context(rest), String(message)),
    error: (message: unknown, ...rest: unknown[]) => log.error(context(rest), String(message)),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal(context(rest), String(message)),
  };
}

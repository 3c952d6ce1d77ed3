import type { Logger } from 'pino';

/** The process's log, to be injected. */
export abstract class Log {
  abstract readonly debug: Logger['debug'];
  abstract readonly info: Logger['info'];
  abstract readonly warn: Logger['warn'];
  abstract readonly error: Logger['error'];
}

import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';

/** What a command works with. */
export interface CommandContext {
  app: INestApplicationContext;
  database: Database;
  config: Config;
  print(line: string): void;
}

/** One command of `npm run forum`. */
export interface Command {
  usage: string;
  summary: string;
  /** Returns the exit code: 0 done, 1 refused, 2 called wrongly. */
  run(context: CommandContext, args: readonly string[]): Promise<number>;
}

/** A command that needs neither the database nor the application. */
export interface PlainCommand {
  usage: string;
  summary: string;
  needs: 'nothing';
  /** Returns the exit code; what was refused goes to standard error. */
  run(
    print: (line: string) => void,
    refuse: (line: string) => void,
    args: readonly string[],
  ): Promise<number>;
}

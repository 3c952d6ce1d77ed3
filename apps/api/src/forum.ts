import 'reflect-metadata';
import { DomainError } from '@forum/domain/errors';
import { verifyHead } from './commands/audit-heads.ts';
import { backup } from './commands/backup.ts';
import type { PlainCommand } from './commands/command.ts';
import { planMeetings } from './commands/plan.ts';
import { restore } from './commands/restore.ts';
import { ConfigError } from './config.ts';
import { StartError } from './start-error.ts';

const plain: Record<string, PlainCommand> = {
  'verify-head': verifyHead,
  backup,
  restore,
  plan: planMeetings,
};

/** Loaded only for a command that needs it: the whole application takes a second. */
const onForum = () => import('./commands/on-forum.ts');

const print = (line: string) => void process.stdout.write(`${line}\n`);
const refuse = (line: string) => void process.stderr.write(`${line}\n`);

async function help(): Promise<void> {
  const { commands } = await onForum();
  print('npm run forum -- <command>\n');
  for (const { usage, summary } of Object.values({ ...commands, ...plain }))
    print(`  ${usage}\n      ${summary}`);
}

/** Returns the exit code. */
async function run(name: string, args: readonly string[]): Promise<number> {
  if (plain[name]) return plain[name].run(print, refuse, args);
  const { commands, runOnForum } = await onForum();
  if (commands[name]) return runOnForum(commands[name], print, args);
  if (name !== 'help') refuse(`There is no command ${name}.`);
  await help();
  return name === 'help' ? 0 : 2;
}

/** Options that there are not, as `parseArgs` of Node.js refuses them. */
const isCalledWrongly = (error: unknown) =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

const [name = 'help', ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(name, args);
} catch (error) {
  const isKnown =
    error instanceof StartError ||
    error instanceof ConfigError ||
    error instanceof DomainError ||
    isCalledWrongly(error);
  const { message, stack } = error as Error;
  process.stderr.write(`${isKnown ? message : stack}\n`);
  process.exitCode = 1;
}
process.exit();

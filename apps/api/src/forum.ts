import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { DomainError } from '@forum/domain/errors';
import { AppModule } from './app.module.ts';
import { requireKnownSecret } from './audit/known-secret.ts';
import { auditKey, verifyHead } from './commands/audit-heads.ts';
import { backup } from './commands/backup.ts';
import { type Command, type PlainCommand } from './commands/command.ts';
import { enrolCode } from './commands/enrol-code.ts';
import { erasePerson } from './commands/erase-person.ts';
import { importFirms, importProgramme } from './commands/import-files.ts';
import { planMeetings } from './commands/plan.ts';
import { restore } from './commands/restore.ts';
import { secretariat } from './commands/secretariat.ts';
import { securityEvents } from './commands/security-events.ts';
import { verifyAudit } from './commands/verify-audit.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { keptSecret, secretFile } from './kept-secret.ts';
import { createDataSource } from './database/data-source.ts';
import { DatabaseUrl } from './database/database-url.ts';
import { Database } from './database/database.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { runningPostgres } from './database/running-postgres.ts';
import { createLog, nestLogger } from './logging.ts';
import { StartError } from './start-error.ts';

const commands: Record<string, Command | PlainCommand> = {
  'import-programme': importProgramme,
  'import-firms': importFirms,
  'verify-audit': verifyAudit,
  'audit-key': auditKey,
  'verify-head': verifyHead,
  'security-events': securityEvents,
  backup,
  restore,
  secretariat,
  'enrol-code': enrolCode,
  'erase-person': erasePerson,
  plan: planMeetings,
};

const print = (line: string) => void process.stdout.write(`${line}\n`);
const refuse = (line: string) => void process.stderr.write(`${line}\n`);

function help(): number {
  print('npm run forum -- <command>\n');
  for (const { usage, summary } of Object.values(commands)) print(`  ${usage}\n      ${summary}`);
  return 0;
}

/** Runs a command on the forum's database: the one that runs now, or one started for the command alone. */
async function runCommand(command: Command | PlainCommand, args: readonly string[]): Promise<number> {
  if ('needs' in command) return command.run(print, refuse, args);
  const { databaseOwnerUrl, ...given } = readConfig({ LOG_LEVEL: 'warn', ...process.env });
  await mkdir(given.dataDir, { recursive: true, mode: 0o755 });
  const server = given.databaseUrl;
  const running = server
    ? { server, owner: databaseOwnerUrl ?? server }
    : await runningPostgres(given.dataDir);
  const own = running ? null : await startEmbeddedPostgres(given.dataDir);
  try {
    const logins = running ?? own!.logins;
    await prepareDatabase(logins);
    const databaseUrl = DatabaseUrl.forCommands(logins);
    const config: Config = { ...given, secret: given.secret ?? (await keptSecret(given.dataDir)) };
    const source = await createDataSource(databaseUrl, 4).initialize();
    await requireKnownSecret(
      new Database(source),
      config.secret,
      given.secret ? 'SECRET' : secretFile(given.dataDir),
    );
    const log = createLog(config.logLevel);
    const app = await NestFactory.createApplicationContext(
      AppModule.with({ config, log, source, databaseUrl }),
      {
        logger: nestLogger(log),
      },
    );
    try {
      return await command.run({ app, database: app.get(Database), config, print }, args);
    } finally {
      await app.close();
      await source.destroy();
    }
  } finally {
    await own?.stop();
  }
}

/** Options that there are not, as `parseArgs` of Node.js refuses them. */
const isCalledWrongly = (error: unknown) =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (!command && name !== 'help') process.stderr.write(`There is no command ${name}.\n`);
  process.exitCode = command ? await runCommand(command, args) : help() || (name === 'help' ? 0 : 2);
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

import { NestFactory } from '@nestjs/core';
import { mkdir } from 'node:fs/promises';
import { AppModule } from '../app.module.ts';
import { requireKnownSecret } from '../audit/known-secret.repository.ts';
import { type Config, readConfig } from '../config.ts';
import { createDataSource } from '../database/data-source.ts';
import { DatabaseUrl } from '../database/database-url.ts';
import { Database } from '../database/database.ts';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { runningPostgres } from '../database/running-postgres.ts';
import { keptSecret, secretFile } from '../kept-secret.ts';
import { createLog, nestLogger } from '../logging.ts';
import { auditKey } from './audit-heads.ts';
import type { Command } from './command.ts';
import { enrolCode } from './enrol-code.ts';
import { erasePerson } from './erase-person.ts';
import { importFirms, importProgramme } from './import-files.ts';
import { secretariat } from './secretariat.ts';
import { securityEvents } from './security-events.ts';
import { verify } from './verify.ts';
import { verifyAudit } from './verify-audit.ts';

/** The commands that need the forum's database and the application. */
export const commands: Record<string, Command> = {
  'import-programme': importProgramme,
  'import-firms': importFirms,
  verify,
  'verify-audit': verifyAudit,
  'audit-key': auditKey,
  'security-events': securityEvents,
  secretariat,
  'enrol-code': enrolCode,
  'erase-person': erasePerson,
};

/** Runs a command on the forum's database: the one that runs now, or one started for the command alone. */
export async function runOnForum(
  command: Command,
  print: (line: string) => void,
  args: readonly string[],
): Promise<number> {
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

import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { sessionPoints } from './budgets/costs.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** More connections than this only make each wait longer for a core; the database and the server share them. */
const databasePool = Math.min(30, Math.max(6, 3 * availableParallelism()));

const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./var'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DEMO: z.enum(['0', '1']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('forum@localhost.localdomain'),
  SECRET: z.string().min(32).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  AUDIT_HEADS_DIR: z.string().min(1).optional(),
  AUDITOR_MAIL: z.email().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SESSION_POINTS: z.coerce.number().int().min(100).default(sessionPoints),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(databasePool),
});

const environment = variables.refine((given) => given.DATABASE_URL || !given.DATABASE_OWNER_URL, {
  path: ['DATABASE_OWNER_URL'],
  message: 'is only used together with DATABASE_URL, by which the server signs in',
});

const secrets = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL', 'SECRET', 'SMTP_URL', 'METRICS_TOKEN']);

/** How this process was told to run; read once, at the start, and injected where it is needed. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly host: string;
  /** A PostgreSQL of one's own; without it the embedded one under `dataDir` is started. */
  abstract readonly databaseUrl: string | null;
  abstract readonly databasePool: number;
  abstract readonly dataDir: string;
  /** Where the forum is reached; links in mails are made of it, never of a Host header. */
  abstract readonly baseUrl: string;
  /** Invented people and firms, sign-in links on the terminal, and, on this machine alone, readable mails at /dev/mail. */
  abstract readonly demo: boolean;
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: string;
  /** Keys the hashes of the journal; made and kept under `dataDir` when not given. */
  abstract readonly secret: string;
  /** What `/metrics` wants to be shown as a bearer token; without it, it answers in a demo only. */
  abstract readonly metricsToken: string | null;
  /** Where signed heads of the journals are written, best on another machine. */
  abstract readonly auditHeadsDir: string;
  /** Who is mailed the signed heads each day. */
  abstract readonly auditorMail: string | null;
  abstract readonly logLevel: string;
  /** What a session may spend in a minute; see `budgets/costs.ts`. */
  abstract readonly sessionPoints: number;
}

/** As the environment gives it. */
export type GivenConfig = Omit<Config, 'secret'> & {
  /** May be left to the forum, which makes one and keeps it. */
  readonly secret: string | null;
  /** Signs in as the owner of `databaseUrl`'s database, to migrate it; the server itself never gets it. */
  readonly databaseOwnerUrl: string | null;
};

/** A configuration that cannot be used; the message lists every wrong variable with its value. */
export class ConfigError extends Error {}

/** Reads the configuration from an environment, or throws one {@link ConfigError} that lists all that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): GivenConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = secrets.has(name) ? '…' : given[name];
      return `  ${name}=${shown}: ${issue.message}`;
    });
    throw new ConfigError(`The configuration cannot be used:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL ?? null,
    databaseOwnerUrl: value.DATABASE_OWNER_URL ?? null,
    databasePool: value.DATABASE_POOL,
    dataDir: path.resolve(value.DATA_DIR),
    baseUrl: (value.BASE_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    demo: value.DEMO === undefined ? value.DATABASE_URL === undefined : value.DEMO === '1',
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    secret: value.SECRET ?? null,
    metricsToken: value.METRICS_TOKEN ?? null,
    auditHeadsDir: path.resolve(value.AUDIT_HEADS_DIR ?? path.join(value.DATA_DIR, 'heads')),
    auditorMail: value.AUDITOR_MAIL ?? null,
    logLevel: value.LOG_LEVEL,
    sessionPoints: value.SESSION_POINTS,
  };
}

/** Whether an address leads to this machine alone: what everybody may see there, nobody else may. */
export const isOnLoopback = (url: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** What of a configuration an operator should hear of at the start, though it can be used. */
export function warningsOf(given: GivenConfig): string[] {
  const { demo, host, baseUrl, smtpUrl, dataDir } = given;
  const isOpen = !isOnLoopback(`http://${host.includes(':') ? `[${host}]` : host}`);
  return [
    ...(demo && (isOpen || !isOnLoopback(baseUrl))
      ? [
          `DEMO=1 is for trying the forum on one's own machine, but it listens on ${host} for ${baseUrl}: whoever reaches it may sign in as anybody whose mails they see. Set DEMO=0 for a real forum.`,
        ]
      : []),
    ...(!demo && smtpUrl === null
      ? [
          `There is no SMTP_URL: nobody gets a mail. Mails, sign-in codes too, are only kept under ${dataDir}/mail.`,
        ]
      : []),
    ...(given.databaseUrl !== null && given.databaseOwnerUrl === null
      ? [
          'There is no DATABASE_OWNER_URL: the server signs in as the owner of its database, so a statement that is smuggled into it could do whatever the owner may. Give DATABASE_URL a login of its own, and the owner as DATABASE_OWNER_URL.',
        ]
      : []),
  ];
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DatabaseLogins } from '../database/database-url.ts';

function given(name: 'FORUM_TEST_DATABASE' | 'FORUM_TEST_LOGIN'): string {
  const url = process.env[name];
  if (!url)
    throw new Error('Tests of the API run through `npm test` or jest.config.mjs, which start PostgreSQL.');
  return url;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: given('FORUM_TEST_DATABASE') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

interface MadeDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database of its own on the tests' PostgreSQL. */
export const createTestDatabase = () => createFrom('forum_template');

/** A database without a table. */
export const createEmptyDatabase = () => createFrom('template1');

async function createFrom(template: string): Promise<MadeDatabase> {
  const name = `forum_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${template} strategy file_copy`);
  const address = new URL(given('FORUM_TEST_DATABASE'));
  address.pathname = `/${name}`;
  return { url: address.toString(), drop: () => administer(`drop database ${name} with (force)`) };
}

/** The logins of a test database by the address of its owner: the server's may do no more there than in a real forum. */
export function loginsOf(owner: string): DatabaseLogins {
  // The host too, because a test may stand in the way.
  const { host, pathname } = new URL(owner);
  return { owner, server: Object.assign(new URL(given('FORUM_TEST_LOGIN')), { host, pathname }).toString() };
}

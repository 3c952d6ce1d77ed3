import { randomBytes } from 'node:crypto';
import pg from 'pg';

const url = () => {
  const given = process.env['FORUM_TEST_DATABASE'];
  if (!given)
    throw new Error('Tests of the API run through `npm test` or jest.config.mjs, which start PostgreSQL.');
  return given;
};

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh, migrated database of its own on the tests' PostgreSQL. */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `forum_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template forum_template`);
  const address = new URL(url());
  address.pathname = `/${name}`;
  return { url: address.toString(), drop: () => administer(`drop database ${name} with (force)`) };
}

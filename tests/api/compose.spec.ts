import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

describe('docker-compose.yml', () => {
  const compose = read('docker-compose.yml');

  it('takes every variable from its reader, and has no default for what is secret', () => {
    const variables = [...compose.matchAll(/\$\{(\w+)([^}]*)\}/g)];
    expect(new Set(variables.map(([, name]) => name))).toEqual(
      new Set([
        ...[
          'BASE_URL',
          'SMTP_URL',
          'MAIL_FROM',
          'SECRET',
          'METRICS_TOKEN',
          'AUDITOR_MAIL',
          'AUDIT_HEADS_DIR',
        ],
        ...['DATABASE_PASSWORD', 'DATABASE_OWNER_PASSWORD', 'DATABASE_SUPERUSER_PASSWORD'],
      ]),
    );
    const withDefault = variables.filter(([, , rest]) => !rest?.startsWith(':?'));
    expect(withDefault.map(([text]) => text)).toEqual([
      '${AUDITOR_MAIL:-}',
      '${AUDIT_HEADS_DIR:-forum-heads}',
    ]);
  });

  it('lets the server sign in as another than who owns the database, and neither as the superuser', () => {
    const users = [...compose.matchAll(/(DATABASE\w*_URL|POSTGRES_USER): (?:postgres:\/\/)?(\w+)/g)];
    expect(users.map(([, variable, user]) => [variable, user])).toEqual([
      ['DATABASE_URL', 'forum'],
      ['DATABASE_OWNER_URL', 'forum_owner'],
      ['POSTGRES_USER', 'postgres'],
    ]);
  });

  it('and Dockerfile name exact versions of their images', () => {
    const images = [...`${compose}\n${read('Dockerfile')}`.matchAll(/^(?:FROM|\s*image:) (\S+)/gm)];
    expect(images).toHaveLength(3);
    for (const [, image] of images)
      expect(image).toMatch(/^(postgres:\d+\.\d+|node:\d+\.\d+\.\d+)-bookworm(-slim)?$/);
  });

  it('makes the roles that docs/operating.md describes', () => {
    const statements = (text: string) =>
      [...text.matchAll(/^create (?:role|database) .*;$/gm)].map(([line]) =>
        line.replace(/password \S+?(?=[ ;])/, 'password …'),
      );
    const made = statements(read('docker-compose.roles.sh'));
    expect(made).toHaveLength(3);
    expect(statements(read('docs/operating.md'))).toEqual(made);
  });
});

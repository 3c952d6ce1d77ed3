import { describe, expect, it } from '@jest/globals';
import { isOnLoopback, readConfig, warningsOf } from './config.ts';

describe('an address', () => {
  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000', 'https://forum.localhost'])(
    'that leads to this machine alone: %s',
    (url) => expect(isOnLoopback(url)).toBe(true),
  );
  it.each(['https://forum.example', 'http://localhost.evil.example', 'http://10.0.0.1', 'http://0.0.0.0'])(
    'that others reach: %s',
    (url) => expect(isOnLoopback(url)).toBe(false),
  );
});

describe('a configuration', () => {
  const warned = (env: Record<string, string>) => warningsOf(readConfig(env));

  it('for one’s own machine warns of nothing', () => {
    expect(warned({})).toEqual([]);
  });

  it('that shows the demo to others says so', () => {
    expect(warned({ BASE_URL: 'https://forum.example' })).toEqual([expect.stringContaining('DEMO=0')]);
    expect(warned({ HOST: '0.0.0.0' })).toEqual([expect.stringContaining('0.0.0.0')]);
  });

  it('that sends no mails says so', () => {
    expect(warned({ DEMO: '0' })).toEqual([expect.stringContaining('SMTP_URL')]);
    expect(warned({ DEMO: '0', SMTP_URL: 'smtp://mail.example' })).toEqual([]);
  });

  it('that lets the server sign in as the owner of its database says so', () => {
    const alone = { DATABASE_URL: 'postgres://forum@db.example/forum', SMTP_URL: 'smtp://mail.example' };
    expect(warned(alone)).toEqual([expect.stringContaining('DATABASE_OWNER_URL')]);
    expect(warned({ ...alone, DATABASE_OWNER_URL: 'postgres://owner@db.example/forum' })).toEqual([]);
  });

  it('with an owner and no login of the server cannot be used, and shows no password', () => {
    const read = () => readConfig({ DATABASE_OWNER_URL: 'postgres://owner:very-secret@db.example/forum' });
    expect(read).toThrow(/DATABASE_OWNER_URL=…: .*DATABASE_URL/);
    expect(read).not.toThrow(/very-secret/);
  });
});

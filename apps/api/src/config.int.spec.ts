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
});

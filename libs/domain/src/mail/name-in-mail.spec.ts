import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameInMail } from './name-in-mail.ts';

describe('a name that stands in a mail', () => {
  it.each([
    [
      'Your badge is blocked - sign in at https://forum-badge.evil.example -',
      'Your badge is blocked - sign in at -',
    ],
    ['write to help@evil.example now', 'write to now'],
    ['evil.com/badge', ''],
    ['WWW.Evil.COM', ''],
    ['evil.com.comA\u0300', ''],
    ['Kim evil。com Minjun', 'Kim Minjun'],
    ['t.co/x Kim', 'Kim'],
    ['Kim 192.168.0.1', 'Kim'],
    ['call +82 2 123 4567 Kim', 'call Kim'],
  ])('has lost the addresses: %s', (name, shown) => {
    expect(nameInMail(name)).toBe(shown);
  });

  it.each([
    '김민준',
    'J.R.R. Tolkien',
    'Dr. Anna Müller, Ph.D.',
    'J.P.Morgan',
    "O'Neill-Smith",
    '3D Systems',
    'St.John',
  ])('stays as it is when it holds none: %s', (name) => {
    expect(nameInMail(name)).toBe(name);
  });

  it('holds no address whatever surrounds it, and does not change when it is done twice', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'evil.com',
        'https://',
        'a@b.cc',
        '.com',
        'evil',
        '.',
        ' ',
        '\u200b',
        '\u202e',
        '/',
        '@',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const shown = nameInMail(pieces.join(''));
        expect(shown).not.toMatch(/@|:\/\/|evil\.com(?![a-z\d])/i);
        expect([...shown].length).toBeLessThanOrEqual(80);
        expect(nameInMail(shown)).toBe(shown);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { readFirmsFile } from '../firms/read-firms.ts';
import { refusedWith } from '../testing/refusal-of.ts';
import { sample } from '../testing/samples.ts';
import { readWorkbook } from './read-workbook.ts';
import { inflatedSize } from './zip-directory.ts';

const text = (content: string) => new TextEncoder().encode(content);

describe('a workbook', () => {
  it('is read as a CSV is, numbers as text and blanks cut', async () => {
    expect(await readFirmsFile(sample('exhibitors.xlsx'))).toEqual({
      firms: [
        {
          name: 'Hanul Marine Systems',
          country: 'KR',
          categories: ['Sonar', 'towed arrays'],
          website: null,
          stand: 'B-210',
        },
        { name: 'Gröbner Geräte GmbH', country: 'DE', categories: ['Optics'], website: null, stand: '101' },
      ],
      report: [],
    });
  });

  it('has dates as dates, formulas by their values, no empty rows, and says which sheets were not read', async () => {
    const { rows, skippedSheets } = await readWorkbook(sample('delegates.xlsx'));
    expect(rows).toHaveLength(7);
    expect(rows.map((row) => row[7])).toEqual([
      'Date of birth',
      '1985-01-03',
      '1972-01-02',
      '1979-05-25',
      '',
      '03/04/1990',
      '1991-11-30',
    ]);
    expect(rows[3]?.[0]).toBe('=HYPERLINK("https://evil.example")');
    expect(skippedSheets).toEqual(['Notes']);
  });

  it('is refused before it is unpacked when it would fill the memory', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(inflatedSize(bomb)).toBe(70 * 1024 * 1024);
    expect(await refusedWith(() => readWorkbook(bomb))).toMatchObject({ reason: 'too_heavy' });
  });

  it.each([
    ['of Excel before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'unknown_format'],
    ['that is cut off', sample('exhibitors.xlsx').slice(0, -60), 'malformed'],
    ['that is a ZIP of something else', zipSync({ 'a.txt': text('hello') }), 'malformed'],
  ])('%s is refused', async (_, content, reason) => {
    expect(await refusedWith(() => readFirmsFile(content))).toMatchObject({ reason });
  });
});

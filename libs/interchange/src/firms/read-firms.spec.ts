import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardFormula } from '../csv/formula-guard.ts';
import { isPresent, realFile } from '../testing/real-files.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readFirms } from './read-firms.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an exhibitor list', () => {
  const hanwha = {
    name: 'Hanwha, "Systems" & Co.',
    country: 'KR',
    categories: ['Radar, sensors', 'Space'],
    website: 'https://www.hanwha.example/',
    stand: 'B-12',
  };

  it('is the same firms from JSON and from the CSV of any spreadsheet', () => {
    const fromJson = readFirms(
      JSON.stringify({
        exhibitors: [
          {
            name: 'Hanwha,\u3000"Systems" &amp; Co.\r\n',
            country: 'kr',
            category: ['Radar, sensors', 'Space', 'Space', 7],
            website: 'https://www.hanwha.example/',
            stand: 'B-12',
          },
        ],
      }),
    );
    const cells = [
      '"Hanwha, ""Systems"" & Co."',
      'South Korea',
      '"Radar, sensors; Space"',
      'www.hanwha.example/',
      'B-12',
    ];
    const row = cells.join(',');
    const comma = `\uFEFFCompany name,Country,Categories,Web site,Booth No.\r\n${row}\r\n\r\n`;
    const semicolon = `회사명;국가;분야;홈페이지;부스\n${cells.join(';')}`;
    const excel = `sep=\t\r\nname\tpays\tcategory\turl\tSTAND\r\n${cells.join('\t')}\r\n`;
    expect(fromJson).toEqual({ firms: [hanwha], report: [] });
    expect(readFirms(bytes(comma))).toEqual(fromJson);
    expect(readFirms(bytes(semicolon))).toEqual(fromJson);
    expect(readFirms(bytes(excel))).toEqual(fromJson);
  });

  it('names every entry that was left out or mended', () => {
    const told = [
      { name: 'ACME', country: 'US' },
      { name: 'Ａｃｍｅ ', country: 'USA' },
      { name: 'ACME', country: 'FR' },
      { name: ' ', website: 'https://nameless.example' },
      'no object',
      { name: 'Odd', country: 'Atlantis', website: 'javascript:alert(1)' },
    ];
    const { firms, report } = readFirms(JSON.stringify(told));
    expect(firms.map(({ name, country, website }) => [name, country, website])).toEqual([
      ['ACME', 'US', null],
      ['ACME', 'FR', null],
      ['Odd', null, null],
    ]);
    expect(report).toEqual([
      { code: 'firm.repeated', where: '2', value: 'Ａｃｍｅ' },
      { code: 'firm.name_missing', where: '4', value: 'https://nameless.example' },
      { code: 'firm.unreadable', where: '5', value: '' },
      { code: 'firm.country_unknown', where: '6 / Odd', value: 'Atlantis' },
      { code: 'firm.website_refused', where: '6 / Odd', value: 'javascript:alert(1)' },
    ]);
  });

  it.each([
    ['KR', 'kr'],
    ['KR', 'Republic of Korea'],
    ['KR', '대한민국'],
    ['JP', '日本'],
    ['DE', 'Allemagne'],
    ['GB', 'UK'],
    ['TR', 'Türkiye'],
    [null, 'EU'],
    [null, 'DD'],
  ])('knows the country %s by %s', (country, told) => {
    expect(readFirms(JSON.stringify([{ name: 'A', country: told }])).firms[0]?.country).toBe(country);
  });

  it.each([
    ['that is empty', ' ', 'no_entries'],
    ['without a column of names', 'stand,hall\n1,2', 'unknown_format'],
    ['whose JSON holds no list', '{"firms":1}', 'unknown_format'],
    ['whose JSON is broken', '[{', 'malformed'],
    ['whose quotes never end', 'name\n"ACME', 'malformed'],
    ['with more firms than any forum has', `name\n${'A\n'.repeat(20_001)}`, 'too_many_entries'],
    ['with more entries than any forum has, in JSON', `[0${',0'.repeat(20_000)}]`, 'too_many_entries'],
    ['with a cell of megabytes', `name\n${'x'.repeat(3_000_000)}`, 'field_too_long'],
    ['with a quoted cell of megabytes', `name\n"${'x'.repeat(3_000_000)}"`, 'field_too_long'],
    ['that is all quotes', `name\n${'"'.repeat(3_000_000)}`, 'field_too_long'],
    ['whose quote is closed megabytes later', `name\n"A\n${'B\n'.repeat(500_000)}"`, 'field_too_long'],
    ['that is all commas', `name${','.repeat(3_000_000)}`, 'too_many_items'],
    ['with a firm of too many categories', `name,category\nA,${'b;'.repeat(501)}`, 'too_many_items'],
  ])('%s is refused', (_, content, reason) => {
    expect(refusalOf(() => readFirms(content))).toEqual({ code: 'import.unreadable', reason });
  });

  it('loses what cannot be seen, and leaves out a firm of whose name nothing is left', () => {
    const { firms, report } = readFirms('name,stand\n\u202eAC\u200bME\u3164,\u2028B-12\n\u3164\u2800,C-1\n');
    expect(firms).toMatchObject([{ name: 'ACME', stand: 'B-12' }]);
    expect(report).toMatchObject([{ code: 'firm.name_missing', where: '2' }]);
  });

  it('is refused with the row and the column of a cell that is too long', () => {
    const csv = `name,notes,stand\nA,b,c\nB,${'x'.repeat(64_001)},d`;
    expect(() => readFirms(csv)).toThrow(
      'In row 3, “column 2” has 64001 characters; at most 64000 are read.',
    );
    expect(() => readFirms(`name,stand\nA,b\nB,${'x'.repeat(2001)}`)).toThrow(
      'In entry 2, “stand” has 2001 characters; at most 2000 are read.',
    );
  });

  it('tells twenty faults of a kind, and how many more there are', () => {
    const { firms, report } = readFirms(`name,country\n${'A,Atlantis\n'.repeat(100)}`);
    expect(firms).toHaveLength(1);
    expect(report.filter(({ code }) => code === 'firm.repeated')).toHaveLength(20);
    expect(report.filter(({ code }) => code === 'report.shortened').map(({ value }) => value)).toEqual([
      '80',
      '79',
    ]);
  });

  it('in no encoding that is recognised or too large is refused', () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, n) => (n * 97 + 131) % 256);
    expect(refusalOf(() => readFirms(bytes)).reason).toBe('encoding');
    expect(refusalOf(() => readFirms('name\nACME', { limit: 4 })).reason).toBe('too_large');
  });

  it('that was exported with guarded formulas keeps every name', () => {
    const name = fc
      .tuple(
        fc.constantFrom('', '=', '+', '-', '@', '＝', "'", "'="),
        fc.stringMatching(/^[A-Za-z가-힣 ",;|]{0,20}x$/),
      )
      .map((parts) => parts.join('').replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(name, (told) => {
        fc.pre(!told.startsWith("'="));
        const csv = `name,country\n"${guardFormula(told).replaceAll('"', '""')}",KR`;
        expect(readFirms(csv).firms.map((firm) => firm.name)).toEqual([told]);
      }),
    );
  });
});

const lists = ['seoul-adex-2025', 'dsei-japan-2023', 'avalon-2025', 'aero-india-2025'];
const present = lists.every((name) => isPresent(`firms/${name}.json`));

(present ? describe : describe.skip)(
  present ? 'the real lists' : 'the real lists, not run: they are absent (FORUM_DATA names their folder)',
  () => {
    it.each([
      ['seoul-adex-2025', 660, 660],
      ['dsei-japan-2023', 290, 288],
      ['avalon-2025', 727, 727],
      ['aero-india-2025', 420, 309],
    ])('%s has %d firms, %d of them with a country', (name, firms, withCountry) => {
      const read = readFirms(realFile(`firms/${name}.json`)).firms;
      expect([read.length, read.filter(({ country }) => country !== null).length]).toEqual([
        firms,
        withCountry,
      ]);
    });
  },
);

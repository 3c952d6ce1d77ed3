import { describe, expect, it } from '@jest/globals';
import { sample } from '../testing/samples.ts';
import { readFirms } from './read-firms.ts';

const read = (name: string) => readFirms(sample(name));
const short = (name: string) => read(name).firms.map((firm) => [firm.name, firm.country]);

describe('a list as the world writes it', () => {
  it('is read from the shape in which public sources publish fairs', () => {
    const { firms, report } = read('exhibitors-as-published.json');
    expect(firms.map(({ name, country, stand }) => [name, country, stand])).toEqual([
      ['Hanul Marine Systems', 'KR', 'B-210'],
      ['Société Brévent Optronique', 'FR', 'C-101'],
      ['Kansai Propellant Works', 'JP', 'A-014'],
      ['Polder Radar B.V.', 'NL', undefined],
      ['Tasman Armour Pty Ltd', 'AU', 'D-7'],
      ['Ever Only Address Ltd', 'GB', undefined],
      ['Strange Country Co', null, undefined],
    ]);
    expect(firms[0]).toMatchObject({
      categories: ['Naval', 'Sensors'],
      website: 'https://hanul-marine.example',
    });
    expect(firms[4]).toMatchObject({ website: null, mail: 'sales@tasman.example' });
    expect(report).toEqual([
      { code: 'firm.mail_kept', where: '5 / Tasman Armour Pty Ltd', value: 'sales@tasman.example' },
      { code: 'firm.alike', where: '6 / Polder Radar BV', value: 'Polder Radar B.V.' },
      { code: 'firm.country_unknown', where: '8 / Strange Country Co', value: '["Somewhere"]' },
    ]);
  });

  it('with mail addresses for web sites keeps each, and says so once', () => {
    const lines = Array.from({ length: 486 }, (_, n) => `Firm ${n};mailto:sales${n}@firm.example?subject=Hi`);
    const { firms, report } = readFirms(['name;website', ...lines].join('\n'));
    expect(firms[3]).toMatchObject({ website: null, mail: 'sales3@firm.example' });
    expect(report).toEqual([
      { code: 'firm.mail_kept', where: '1 / Firm 0', value: 'sales0@firm.example', count: 486 },
    ]);
    expect(readFirms('name;website\nA;mailto:nobody').report.map(({ code }) => code)).toEqual([
      'firm.website_refused',
    ]);
  });

  it('has nothing that the form of a firm would refuse: each is cut, with a note', () => {
    const categories = Array.from({ length: 60 }, (_, n) => `C${n}`).join('|');
    const row = [
      'N'.repeat(300),
      `${'L'.repeat(200)}|${categories}`,
      'S'.repeat(200),
      `x.example/${'w'.repeat(400)}`,
    ];
    const { firms, report } = readFirms(`name;category;stand;website\n${row.join(';')}`);
    const [firm] = firms;
    expect([firm?.name.length, firm?.stand?.length, firm?.categories.length, firm?.website]).toEqual([
      200,
      120,
      40,
      null,
    ]);
    expect(firm?.categories[0]).toHaveLength(160);
    expect(report.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 3 }, () => 'firm.text_shortened'),
      'firm.categories_shortened',
      'firm.website_refused',
    ]);
  });

  it('is read with every column that was not used named', () => {
    const { firms, report } = read('exhibitors-unknown-columns.csv');
    expect(firms).toEqual([
      {
        name: 'Hanul Marine Systems',
        country: 'KR',
        categories: ['Sonar', 'naval', 'sensors'],
        website: null,
        stand: 'B-210; B-211',
      },
      {
        name: 'Tasman Armour Pty Ltd',
        country: 'AU',
        categories: ['Armour plate', 'protection'],
        website: null,
        stand: 'D-7',
      },
    ]);
    expect(report).toEqual([
      { code: 'file.column_unused', where: '', value: 'exhibitor_id' },
      { code: 'file.column_unused', where: '', value: 'NCAGE' },
    ]);
  });

  it.each([
    ['exhibitors-cp949.csv', 'EUC-KR (CP949)', [['한울마린', 'KR']]],
    ['exhibitors-shift-jis.csv', 'Shift JIS', [['関西推進薬', 'JP']]],
    [
      'exhibitors-windows-1252.csv',
      'Windows-1252',
      [
        ['Société Brévent Optronique', 'FR'],
        ['Gröbner Geräte GmbH', 'DE'],
      ],
    ],
    ['exhibitors-utf-16.txt', 'UTF-16', [['Hanul Marine Systems', 'KR']]],
  ])('is read from %s, with a note that it is %s', (name, encoding, firms) => {
    expect(short(name)).toEqual(firms);
    expect(read(name).report).toEqual([{ code: 'file.encoding', where: '', value: encoding }]);
  });

  it('is read with a line for Excel that stands in quotes', () => {
    expect(read('exhibitors-quoted-sep.csv')).toMatchObject({
      firms: [{ name: 'Hanul Marine Systems', country: 'KR' }],
      report: [],
    });
  });
});

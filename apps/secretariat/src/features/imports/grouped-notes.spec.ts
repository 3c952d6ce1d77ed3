import { describe, expect, it } from '@jest/globals';
import { groupedNotes } from './grouped-notes.ts';

const note = (code: string, where: string, value = '', count?: number) => ({ code, where, value, count });

describe('the notes of an import', () => {
  it('are counted by kind, those that the report leaves out too', () => {
    const refused = Array.from({ length: 20 }, (_, row) => note('firm.website_refused', String(row)));
    const groups = groupedNotes([
      ...refused,
      note('report.shortened', '', '466'),
      note('firm.alike', '7 / Polder BV', 'Polder B.V.'),
      note('schedule.days_contradict', 'Opening', '9 → 10', 4),
    ]);
    expect(groups.map(({ code, count, places }) => [code, count, places.length])).toEqual([
      ['firm.website_refused', 486, 20],
      ['firm.alike', 1, 1],
      ['schedule.days_contradict', 4, 1],
    ]);
    expect(groups[1]?.places).toEqual(['7 / Polder BV · Polder B.V.']);
  });

  it('are none where there are none', () => {
    expect(groupedNotes([])).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepDecided, type ToldBefore } from './decided.ts';
import { programmeDifference, type ProgrammeItem } from './difference.ts';

const fields = ['title', 'subtitle', 'minutes', 'room', 'track', 'kind', 'language', 'abstract'] as const;
const base: ProgrammeItem = {
  guid: 'a',
  title: 'Frigates',
  subtitle: null,
  abstract: null,
  description: null,
  language: 'en',
  url: null,
  links: [],
  start: '2027-05-12T01:30:00Z',
  minutes: 30,
  day: '2027-05-12',
  room: 'Hall',
  track: null,
  kind: 'panel',
  speakers: [],
};
const texts = fc.constantFrom('x', 'y', 'z');
const item: fc.Arbitrary<ProgrammeItem> = fc.record({
  guid: fc.constant('a'),
  title: texts,
  subtitle: fc.option(texts),
  abstract: fc.option(texts),
  description: fc.option(texts),
  language: fc.option(fc.constantFrom('en', 'ko')),
  url: fc.constant(null),
  links: fc.constant([]),
  start: fc.constantFrom('2027-05-12T01:30:00Z', '2027-05-13T01:30:00Z'),
  minutes: fc.constantFrom(30, 45),
  day: fc.constantFrom('2027-05-12', '2027-05-13'),
  room: fc.option(texts),
  track: fc.option(texts),
  kind: fc.constantFrom('panel', 'pitch'),
  speakers: fc.uniqueArray(
    texts.map((who) => ({ who, name: who, organisation: null })),
    { selector: ({ who }) => who },
  ),
});
const toldOf = ({
  guid: _g,
  description: _d,
  url: _u,
  links: _l,
  day: _day,
  speakers,
  ...told
}: ProgrammeItem) => ({ ...told, speakers: speakers.map(({ who }) => who) }) satisfies ToldBefore;

describe('what the secretariat decided', () => {
  it('stays whatever the next file says, and everything else follows the file', () => {
    fc.assert(
      fc.property(item, item, item, (told, current, incoming) => {
        const { after, disagreements } = keepDecided(current, toldOf(told), incoming);
        for (const field of [...fields, 'start'] as const) {
          const isDecided = current[field] !== told[field];
          expect(after[field]).toBe(isDecided ? current[field] : incoming[field]);
          expect(disagreements.some((one) => one.field === field)).toBe(
            isDecided && current[field] !== incoming[field],
          );
        }
        expect(after.day).toBe(current.start === told.start ? incoming.day : current.day);
        expect(after.description).toBe(incoming.description);
      }),
    );
  });

  it('is nothing where nothing was changed by hand, and where it is unknown what the last file said', () => {
    fc.assert(
      fc.property(item, item, (current, incoming) => {
        expect(keepDecided(current, toldOf(current), incoming)).toEqual({
          after: incoming,
          disagreements: [],
        });
        expect(keepDecided(current, null, incoming)).toEqual({ after: incoming, disagreements: [] });
      }),
    );
  });

  it('ends once a file says the same: the one after is followed again', () => {
    const moved = { ...base, room: 'Salon' };
    const agreed = keepDecided(moved, toldOf(base), moved);
    expect([agreed.after.room, agreed.disagreements]).toEqual(['Salon', []]);
    const next = keepDecided(moved, toldOf(moved), { ...base, room: 'Annex' });
    expect(next.after.room).toBe('Annex');
  });

  it('is no change of the programme, however the instant is written', () => {
    const written = { ...base, start: '2027-05-12T01:30:00.000Z' };
    expect(keepDecided(base, toldOf(written), { ...base, start: '2027-05-12T03:00:00Z' }).after.start).toBe(
      '2027-05-12T03:00:00Z',
    );
    const moved = { ...base, start: '2027-05-12T05:00:00Z' };
    const { after } = keepDecided(moved, toldOf(base), { ...base, title: 'Frigates' });
    expect(programmeDifference([moved], [after]).changed).toEqual([]);
  });

  it('takes a speaker out for good, and leaves one added by hand alone', () => {
    const [kim, lee] = ['kim', 'lee'].map((who) => ({ who, name: who, organisation: null }));
    const told = { ...base, speakers: [kim!, lee!] };
    const { after, disagreements } = keepDecided({ ...base, speakers: [lee!] }, toldOf(told), told);
    expect(after.speakers).toEqual([lee]);
    expect(disagreements).toEqual([{ field: 'speakers', from: [], to: ['kim'] }]);
    expect(keepDecided({ ...base, speakers: [] }, toldOf(base), told).after.speakers).toEqual([kim, lee]);
  });
});

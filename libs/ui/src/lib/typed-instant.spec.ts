import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@forum/domain/errors';
import { wallClockAt } from '@forum/domain/time/wall-clock';
import fc from 'fast-check';
import { typedInstant } from './typed-instant.ts';

const brussels = 'Europe/Brussels';

describe('a wall time that was typed', () => {
  it.each([
    ['nothing', '', 'request.invalid'],
    ['a time that the clocks skip', '2027-03-28T02:30', 'programme.wall_time'],
    ['a time that the clocks show twice', '2027-10-31T02:30', 'programme.wall_time'],
  ])('is refused, and not thrown: %s', (_, wall, code) => {
    expect(typedInstant(wall, brussels)).toMatchObject({ code });
  });

  it('is what the clocks show, whatever was typed, or a refusal', () => {
    const minute = fc
      .date({ min: new Date('2027-01-01T00:00Z'), max: new Date('2028-01-01T00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 16));
    fc.assert(
      fc.property(fc.oneof(minute, fc.string()), (wall) => {
        const instant = typedInstant(wall, brussels);
        if (instant instanceof DomainError) return;
        const { date, minutes } = wallClockAt(instant, brussels);
        expect([date, minutes]).toEqual([
          wall.slice(0, 10),
          Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)),
        ]);
      }),
    );
  });
});

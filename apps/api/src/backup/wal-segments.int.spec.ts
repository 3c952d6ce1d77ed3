import { describe, expect, it } from '@jest/globals';
import { namesBetween } from './wal-segments.ts';

const label = (file: string) =>
  `START WAL LOCATION: 0/2000028 (file ${file})\nCHECKPOINT LOCATION: 0/2000080\n`;
const segmentSize = 16 * 2 ** 20;

describe('the WAL of a backup', () => {
  it('goes on over the end of a part of 4 GiB, in the timeline of its beginning', () => {
    expect(namesBetween({ label: label('0000000300000001000000FE'), end: '2/1000100', segmentSize })).toEqual(
      [
        '0000000300000001000000FE',
        '0000000300000001000000FF',
        '000000030000000200000000',
        '000000030000000200000001',
      ],
    );
  });

  it('needs no segment that begins where it ends', () => {
    const range = { label: label('000000010000000000000002'), segmentSize };
    expect(namesBetween({ ...range, end: '0/3000000' })).toEqual(['000000010000000000000002']);
    expect(namesBetween({ ...range, end: '0/3000001' })).toHaveLength(2);
  });
});

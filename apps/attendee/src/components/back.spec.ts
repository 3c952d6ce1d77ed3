import { describe, expect, it } from '@jest/globals';
import { backFrom, keepPlace } from './back.ts';

const from = (pathname: string) => backFrom(keepPlace({ pathname }), '/e/seoul-2027');

describe('the way back from a detail', () => {
  it('is a step back to the list or to Today, wherever its link stood', () => {
    expect(from('/e/seoul-2027/programme')).toEqual({ place: 'programme' });
    expect(from('/e/seoul-2027/today')).toEqual({ place: 'today' });
    expect(from('/e/seoul-2027/agenda')).toEqual({ place: 'agenda' });
  });

  it('is the list of the detail where another detail led here, or nothing of the app', () => {
    expect(from('/e/seoul-2027/sessions/1')).toBeNull();
    expect(from('/e/tokyo-2028/programme')).toBeNull();
    expect(backFrom(null, '/e/seoul-2027')).toBeNull();
    expect(backFrom({ other: 1 }, '/e/seoul-2027')).toBeNull();
  });
});

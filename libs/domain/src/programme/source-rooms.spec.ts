import { describe, expect, it } from '@jest/globals';
import { toldRooms } from './source-rooms.ts';

const room = (name: string, sourceName: string | null = name) => ({ id: name, name, sourceName });
const told = (...parameters: Parameters<typeof toldRooms>) => {
  const { names, written } = toldRooms(...parameters);
  return { names: Object.fromEntries(names), written };
};

describe('a room of a file', () => {
  it('is the one that was renamed here, and is not made again', () => {
    expect(told([room('Grand Salon', 'Hall')], ['Hall'])).toEqual({
      names: { Hall: 'Grand Salon' },
      written: [],
    });
  });

  it('is one that was added by hand, by its name, and is known by it from then on', () => {
    expect(told([room('Hall', null)], ['Hall'])).toEqual({
      names: { Hall: 'Hall' },
      written: [{ id: 'Hall', name: 'Hall', sourceName: 'Hall' }],
    });
  });

  it('is the same when the file comes to call it as it is called here', () => {
    expect(told([room('Grand Salon', 'Hall')], ['Grand Salon'])).toEqual({
      names: { Hall: 'Grand Salon', 'Grand Salon': 'Grand Salon' },
      written: [{ id: 'Grand Salon', name: 'Grand Salon', sourceName: 'Grand Salon' }],
    });
  });

  it('is another with a number where the file has both names', () => {
    expect(told([room('Grand Salon', 'Hall')], ['Hall', 'Grand Salon'])).toEqual({
      names: { Hall: 'Grand Salon', 'Grand Salon': 'Grand Salon (2)' },
      written: [{ id: null, name: 'Grand Salon (2)', sourceName: 'Grand Salon' }],
    });
  });

  it('is new where nobody knows it', () => {
    expect(told([], ['Hall'])).toEqual({
      names: { Hall: 'Hall' },
      written: [{ id: null, name: 'Hall', sourceName: 'Hall' }],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileSuggester } from './suggest-profile.ts';
import { taxonomyOf, usualCapabilities } from './taxonomy.ts';

const suggest = profileSuggester(taxonomyOf(usualCapabilities));
const codes = (...categories: string[]) => suggest(categories).offers.map(({ capability }) => capability);

describe('a profile suggested from the categories of an exhibitor list', () => {
  it.each([
    ['Munitions, Ammunition', ['munitions']],
    [
      'C5 (Command Control, Communications, Computers and Cyber)',
      ['cyber', 'c2.communications', 'c2.software'],
    ],
    ['Night Vision, Optics, Optronics', ['sensors.electro-optics', 'sensors.night-vision']],
    ['Cyber Security', ['cyber']],
    ['Drones', ['platforms.uncrewed-air']],
    ['Other - Additive Manufacturing', ['supply.additive']],
    ['Explosives, Propellants, Pyrotechnics', ['munitions.propellants']],
    ['레이더', ['sensors.radar']],
  ])('reads "%s"', (category, expected) => {
    expect(codes(category).sort()).toEqual([...expected].sort());
  });

  it('says which categories it was read from, and which say nothing', () => {
    expect(suggest(['Radar', 'Media', 'RADARS'])).toEqual({
      offers: [{ capability: 'sensors.radar', mode: 'supply', because: ['Radar', 'RADARS'] }],
      unread: ['Media'],
    });
  });

  it('reads maintenance as a way to cooperate on the platforms beside it', () => {
    expect(suggest(['Drones', 'MRO']).offers.map(({ capability, mode }) => [capability, mode])).toEqual([
      ['platforms.uncrewed-air', 'supply'],
      ['platforms.uncrewed-air', 'mro'],
      ['services.maintenance', 'mro'],
    ]);
  });

  it('suggests nothing twice, whatever a list says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Radar', 'Drones', 'MRO', '레이더'))),
        (list) => {
          const offers = suggest(list).offers.map(({ capability, mode }) => `${capability} ${mode}`);
          expect(new Set(offers).size).toBe(offers.length);
        },
      ),
    );
  });
});

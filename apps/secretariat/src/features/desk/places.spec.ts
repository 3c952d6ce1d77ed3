import { describe, expect, it } from '@jest/globals';
import { phaseNames } from '@forum/domain/editions/phase';
import { type Grant, grants } from '@forum/domain/identity/policy';
import fc from 'fast-check';
import { deskPlaces, firstPlace, isClosedTo, placesOf } from './places.ts';

const namesFor = (secretariat: boolean, ...held: Grant[]) =>
  placesOf({ grants: held, secretariat }).map(({ name, beneath }) =>
    beneath.length === 0 ? name : [name, ...beneath.map((screen) => screen.name)].join(' > '),
  );

describe('the places of the desk', () => {
  it('are for each role those that it can use', () => {
    expect(namesFor(false, 'delegation-head')).toEqual(['delegations']);
    expect(namesFor(false, 'accreditation-officer')).toEqual([
      'second-factors',
      'accreditation > delegations',
    ]);
    expect(namesFor(false, 'auditor')).toEqual(['audit']);
    expect(namesFor(false, 'organiser')).toEqual([
      'editions > roles > second-factors',
      'accreditation > delegations',
      'programme',
      'meetings > matchmaking > planner > interpreters > hall > outcomes',
      'imports',
    ]);
    expect(namesFor(true, 'organiser')[0]).toBe('editions > rotation > roles > second-factors');
    expect(namesFor(false, 'delegate', 'accredited', 'firm-representative', 'speaker')).toEqual([]);
  });

  it('show exactly the screens that are not closed, whatever somebody holds', () => {
    const all = deskPlaces.flatMap((place) => [place, ...place.beneath]).map(({ name }) => name);
    fc.assert(
      fc.property(fc.subarray([...grants]), fc.boolean(), (held, secretariat) => {
        const viewer = { grants: held, secretariat };
        const shown = placesOf(viewer).flatMap(({ name, beneath }) => [
          name,
          ...beneath.map((one) => one.name),
        ]);
        expect([...shown].sort()).toEqual(all.filter((name) => !isClosedTo(name, viewer)).sort());
        for (const phase of phaseNames) expect(isClosedTo(firstPlace(viewer, phase), viewer)).toBe(false);
      }),
    );
  });

  it('begin with the setting-up before there is anybody to vet', () => {
    const organiser = { grants: ['organiser'] as const, secretariat: false };
    expect(firstPlace(organiser, 'planned')).toBe('editions');
    expect(firstPlace(organiser, 'registration')).toBe('accreditation');
  });
});

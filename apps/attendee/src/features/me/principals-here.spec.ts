import { describe, expect, it } from '@jest/globals';
import { isOnlyAide, principalsHere } from './principals-here.ts';

type Me = NonNullable<Parameters<typeof isOnlyAide>[0]>;

const principal = (aide: string, slug: string) => ({ aide, name: aide, edition: { slug } });
const me = (more: object): Me =>
  ({
    actingFor: null,
    editions: [],
    principals: [principal('oskar', 'seoul-2027')],
    ...more,
  }) as unknown as Me;
const here = { slug: 'seoul-2027', accredited: true, roles: [] };

describe('an aide', () => {
  it('is offered to act for their principal of this edition, and not told to register', () => {
    expect(isOnlyAide(me({}), 'seoul-2027')).toBe(true);
    expect(isOnlyAide(me({}), 'tokyo-2028')).toBe(false);
    expect(principalsHere(me({}), 'seoul-2027')).toHaveLength(1);
  });

  it('is shown their own day too where they are accredited or at work for the host', () => {
    expect(isOnlyAide(me({ editions: [here] }), 'seoul-2027')).toBe(false);
    expect(
      isOnlyAide(me({ editions: [{ ...here, accredited: false, roles: ['organiser'] }] }), 'seoul-2027'),
    ).toBe(false);
    expect(isOnlyAide(me({ editions: [{ ...here, accredited: false }] }), 'seoul-2027')).toBe(true);
  });

  it('who acts already, and everybody else, is offered nothing', () => {
    expect(isOnlyAide(me({ actingFor: { aide: 'oskar' } }), 'seoul-2027')).toBe(false);
    expect(isOnlyAide(me({ principals: [] }), 'seoul-2027')).toBe(false);
    expect(isOnlyAide(null, 'seoul-2027')).toBe(false);
  });
});

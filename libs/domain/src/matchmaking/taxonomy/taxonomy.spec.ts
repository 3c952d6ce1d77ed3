import { describe, expect, it } from '@jest/globals';
import type { Capability } from './capability.ts';
import { closenessIn } from './closeness.ts';
import { lineOf, taxonomyOf, usualCapabilities } from './taxonomy.ts';

const taxonomy = taxonomyOf(usualCapabilities);
const capability = (code: string, change: Partial<Capability> = {}): Capability => ({
  code,
  scheme: 'forum',
  title: { en: code, ko: code },
  parent: null,
  synonyms: [],
  related: [],
  verified: true,
  ...change,
});

describe('the taxonomy that an edition begins with', () => {
  it('has every entry of the public lists', () => {
    const count = (scheme: string) => usualCapabilities.filter((one) => one.scheme === scheme).length;
    expect(['military-list', 'dual-use', 'edf', 'diana', 'nato-edt'].map(count)).toEqual([22, 10, 17, 10, 9]);
  });

  it('has the priorities and the supply-chain items of the founding paper', () => {
    const tops = usualCapabilities.filter(({ scheme, parent }) => scheme === 'forum' && parent === null);
    expect(tops.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        ...['munitions', 'sensors', 'c2', 'microelectronics', 'maritime', 'ai', 'quantum', 'cyber', 'space'],
        'supply',
      ]),
    );
    for (const code of ['supply.chips', 'supply.alloys', 'supply.components']) {
      expect(taxonomy.byCode.has(code)).toBe(true);
    }
  });

  it('names each entry in English and in Korean', () => {
    for (const { title } of usualCapabilities) {
      expect(title.en).toMatch(/^[\x20-\x7e]+$/);
      expect(title.ko).toMatch(/[가-힣]/);
    }
  });

  it('says what is recalled and not verified', () => {
    expect(usualCapabilities.filter(({ verified }) => !verified).map(({ code }) => code)).toEqual(['EDF17']);
  });
});

describe('an edited taxonomy', () => {
  it('is refused when a code stands twice, a reference leads nowhere, or something is a part of itself', () => {
    const unsound = (code: string) =>
      expect.objectContaining({ code: 'taxonomy.unsound', details: { code } });
    expect(() => taxonomyOf([capability('a'), capability('a')])).toThrow(unsound('a'));
    expect(() => taxonomyOf([capability('a', { parent: 'b' })])).toThrow(unsound('a'));
    expect(() => taxonomyOf([capability('a', { related: ['c'] })])).toThrow(unsound('a'));
    expect(() => taxonomyOf([capability('a', { parent: 'b' }), capability('b', { parent: 'a' })])).toThrow(
      unsound('a'),
    );
    expect(() =>
      taxonomyOf([
        capability('a', { parent: 'b' }),
        capability('b', { parent: 'c' }),
        capability('c', { parent: 'b' }),
      ]),
    ).toThrow(expect.objectContaining({ code: 'taxonomy.unsound' }));
  });

  it('knows what a capability is a part of', () => {
    expect(lineOf(taxonomy, 'munitions.fuzes')).toEqual(['munitions.fuzes', 'munitions']);
    expect(lineOf(taxonomy, 'nothing')).toEqual(['nothing']);
  });
});

describe('closeness', () => {
  const near = closenessIn(taxonomy);

  it('is whole for the same, less for parts and what other lists call the same, none for siblings', () => {
    const of = (a: string, b: string) => near.get(a)?.find(({ code }) => code === b)?.percent ?? 0;
    expect(of('sensors.radar', 'sensors.radar')).toBe(100);
    expect(of('sensors.radar', 'sensors')).toBe(60);
    expect(of('ML3', 'munitions')).toBe(60);
    expect(of('sensors.radar', 'sensors.sonar')).toBe(0);
  });

  it('is symmetric', () => {
    for (const [code, others] of near) {
      for (const other of others) {
        expect(near.get(other.code)).toContainEqual({ code, percent: other.percent });
      }
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { cooperationModes, modeFit } from './cooperation.ts';

describe('a way to cooperate', () => {
  it('serves itself wholly, a near one partly, a far one not at all', () => {
    expect(modeFit('mro', 'mro')).toBe(100);
    expect(modeFit('licensed-production', 'technology-transfer')).toBe(60);
    expect(modeFit('testbed', 'supply')).toBe(0);
  });

  it('serves another as well as that one serves it', () => {
    for (const a of cooperationModes) {
      for (const b of cooperationModes) expect(modeFit(a, b)).toBe(modeFit(b, a));
    }
  });
});

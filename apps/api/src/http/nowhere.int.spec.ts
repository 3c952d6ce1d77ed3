import { describe, expect, it } from '@jest/globals';
import { takingTurns } from './nowhere.ts';

describe('what leads nowhere', () => {
  it('is answered at once, but not to those who ask without end', async () => {
    const takeTurn = takingTurns();
    let answered = 0;
    const all = Array.from({ length: 5_000 }, () => takeTurn().then(() => answered++));
    await new Promise((next) => setImmediate(next));
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(5_000);
    await Promise.all(all);
    expect(answered).toBe(5_000);
  });
});

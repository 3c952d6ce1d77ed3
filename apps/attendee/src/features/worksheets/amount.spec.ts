import { describe, expect, it } from '@jest/globals';
import { amountIn, hundredthsDown, isAmount } from './amount.ts';

describe('an amount', () => {
  it('is digits with at most six after a point', () => {
    expect(['1', '1250000.50', '0.000001'].every(isAmount)).toBe(true);
    expect(['', '-1', '1,5', '1e3', '0.0000001', '1.'].some(isAmount)).toBe(false);
  });

  it('is rounded down to hundredths', () => {
    expect(['8323.096153', '5410.5', '12'].map(hundredthsDown)).toEqual(['8323.09', '5410.5', '12']);
  });

  it('is shown in groups, exactly', () => {
    expect(amountIn('123456789012345.123456', 'en')).toBe('123,456,789,012,345.123456');
    expect(amountIn('1250000', 'ko')).toBe('1,250,000');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { knownAgreements } from '../legal-routes/agreements.ts';
import { compareDecimals, decimalOf, millionths } from './decimal.ts';
import { worksheetSchemes } from './perimeters.ts';
import { reckon, sharedView, type ComponentLine } from './worksheet.ts';

const asOf = { day: '2027-05-12', agreements: knownAgreements };
const line = (origin: string | null, cost: string): ComponentLine => ({ component: 'part', origin, cost });
const outcome = (...lines: ComponentLine[]) => reckon(lines, 'safe', asOf).outcome;

const anyLine = fc.record({
  component: fc.string(),
  origin: fc.option(fc.constantFrom('BE', 'UA', 'NO', 'KR', 'CA', 'US')),
  cost: fc.nat(10_000_000).map((cents) => decimalOf(BigInt(cents) * 10_000n)),
});

describe('a worksheet', () => {
  it('passes at 35.00 percent and fails at 35.01, and at anything above', () => {
    expect(outcome(line('KR', '3500'), line('BE', '6500'))).toBe('passes');
    expect(outcome(line('KR', '3501'), line('BE', '6499'))).toBe('fails');
    const hair = reckon([line('KR', '3500.000001'), line('BE', '6499.999999')], 'safe', asOf);
    expect([hair.outcome, hair.percent]).toEqual(['fails', '35.01']);
  });

  it('reckons by cost and not by count, where floating point would not', () => {
    expect(outcome(line('KR', '0.1'), line('KR', '0.1'), line('KR', '0.15'), line('BE', '0.65'))).toBe(
      'passes',
    );
  });

  it('draws the perimeter of each scheme: Ukraine and the EEA are inside SAFE, judged apart in EDIP', () => {
    const sides = (scheme: 'safe' | 'edip') =>
      reckon(
        ['BE', 'NO', 'IS', 'UA', 'KR', 'GB', null].map((origin) => line(origin, '1')),
        scheme,
        asOf,
      ).sides;
    expect(sides('safe')).toEqual([
      'inside',
      'inside',
      'inside',
      'inside',
      'outside',
      'outside',
      'undecided',
    ]);
    expect(sides('edip')).toEqual([
      'inside',
      'inside',
      'outside',
      'outside',
      'outside',
      'outside',
      'undecided',
    ]);
  });

  it('decides nothing by an agreement whose terms were not verified, unless it makes no difference', () => {
    expect(outcome(line('CA', '5000'), line('BE', '5000'))).toBe('undecided');
    expect(outcome(line('CA', '1000'), line('KR', '1000'), line('BE', '8000'))).toBe('passes');
    expect(outcome(line('CA', '1000'), line('KR', '5000'), line('BE', '4000'))).toBe('fails');
    expect(reckon([line('CA', '1')], 'safe', { ...asOf, day: '2025-12-31' }).outcome).toBe('fails');
  });

  it('shows how much more may come from outside', () => {
    const { headroom, total, outside, percent } = reckon(
      [line('KR', '2000'), line('BE', '8000')],
      'safe',
      asOf,
    );
    expect([headroom, total, outside, percent]).toEqual([
      { replacing: '1500', adding: '2307.692307' },
      '10000',
      '2000',
      '20.00',
    ]);
    expect(reckon([line('KR', '2')], 'safe', asOf).headroom).toBeNull();
  });

  it('neither passes nor fails on a day on which the scheme was not there', () => {
    const at = (scheme: 'safe' | 'edip', day: string) =>
      reckon([line('KR', '1'), line('BE', '9')], scheme, { ...asOf, day });
    const outcomes = (scheme: 'safe' | 'edip', ...days: string[]) =>
      days.map((day) => at(scheme, day).outcome);
    expect(outcomes('safe', '2024-01-01', '2025-05-28', '2025-05-29')).toEqual([
      'not-in-force',
      'not-in-force',
      'passes',
    ]);
    expect(outcomes('edip', '2024-01-01', '2025-12-29', '2025-12-30')).toEqual([
      'not-in-force',
      'not-in-force',
      'passes',
    ]);
    expect(at('safe', '2024-01-01')).toMatchObject({ percent: '10.00', headroom: null });
  });

  it('says nothing of an empty bill', () => {
    expect(reckon([], 'safe', asOf)).toMatchObject({ outcome: 'undecided', percent: null, total: '0' });
  });

  it('shares the ratio only', () => {
    const shared = sharedView(reckon([line('KR', '1234567'), line('BE', '7654321')], 'safe', asOf));
    expect(shared).toEqual({
      scheme: 'safe',
      day: '2027-05-12',
      outcome: 'passes',
      percent: '13.89',
      limit: '35',
    });
  });

  it('has a headroom that is exactly what may still be added', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...worksheetSchemes),
        (lines, scheme) => {
          const result = reckon(lines, scheme, asOf);
          fc.pre(result.outcome === 'passes');
          const adding = result.headroom?.adding ?? '0';
          const more = (millions: bigint) => line('US', decimalOf(millionths(adding) + millions));
          expect(reckon([...lines, more(0n)], scheme, asOf).outcome).toBe('passes');
          expect(reckon([...lines, more(1n)], scheme, asOf).outcome).not.toBe('passes');
        },
      ),
    );
  });

  it('passes at no more than the limit, and moving cost outside never helps', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (lines) => {
        const result = reckon(lines, 'safe', asOf);
        if (result.outcome === 'passes') {
          expect(compareDecimals(result.percent ?? '100', '35')).toBeLessThanOrEqual(0);
        }
        const moved = lines.map((one, at) => (at === 0 ? { ...one, origin: 'US' } : one));
        if (result.outcome === 'fails') expect(reckon(moved, 'safe', asOf).outcome).toBe('fails');
      }),
    );
  });
});

describe('an amount', () => {
  it.each(['', '-1', '1e3', '1,5', '.5', '1.', '1.0000001', ' 1', 'NaN', '1234567890123456'])(
    'is not "%s"',
    (text) => {
      expect(() => millionths(text)).toThrow(expect.objectContaining({ code: 'worksheet.amount' }));
    },
  );

  it('keeps its value through text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (value) => {
        expect(millionths(decimalOf(value))).toBe(value);
      }),
    );
    expect(compareDecimals('0.30', '0.3')).toBe(0);
    expect(compareDecimals('9', '10')).toBe(-1);
    expect(compareDecimals('10', '9')).toBe(1);
  });
});

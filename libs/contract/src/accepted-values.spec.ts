import { describe, expect, it } from '@jest/globals';
import { routeFacts } from './advice.ts';
import { controlEntry } from './meetings.ts';
import { countryCode } from './scalars.ts';

const said =
  (schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } }) =>
  (value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a country', () => {
  it('is one that there is; the refusal says what to give', () => {
    const country = said(countryCode);
    expect(['KR', 'GB', 'XK'].flatMap(country)).toEqual([]);
    expect(country('ZZ')).toEqual(['is no country of ISO 3166-1; give one such as KR']);
    expect(country('kr')).toEqual(['two capital letters of ISO 3166-1, such as KR']);
  });
});

describe('the share of components from outside', () => {
  it('is a percentage', () => {
    const share = (outsidePercent: string) => said(routeFacts)({ outsidePercent });
    expect(['0', '35', '34.999999', '100', '100.000', '035'].flatMap(share)).toEqual([]);
    for (const none of ['135', '100.01', '-1', '34,5', '']) expect(share(none)).not.toEqual([]);
  });
});

describe('an entry of a control list', () => {
  it('is of the lists as they are: ML1 to ML22, DU0 to DU9, or finer', () => {
    const entry = said(controlEntry);
    expect(
      ['ML1', 'ML9', 'ML10', 'ML22', 'ML10a', 'DU0', 'DU9', 'DU6A003', 'DU5A002.a'].flatMap(entry),
    ).toEqual([]);
    for (const none of ['ML0', 'ML23', 'ML99', 'ML05', 'DU10', 'DU', 'ML', 'ml5', 'XX1']) {
      expect(entry(none)).not.toEqual([]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { topicOf } from './topic-of.ts';

const line = (capability: string) =>
  ({ capability, mode: 'supply', maturity: null, capacity: null, leadTimeWeeks: null, note: null }) as const;
const profile = (needs: string[], offers: string[]) => ({ needs: needs.map(line), offers: offers.map(line) });

describe('the topic of two firms', () => {
  it('is what one needs and the other offers, the first need first', () => {
    expect(topicOf(profile(['sonar', 'chips'], []), profile([], ['chips', 'sonar']))).toBe('sonar');
    expect(topicOf(profile([], ['chips']), profile(['chips'], []))).toBe('chips');
  });

  it('is else what both name, or nothing', () => {
    expect(topicOf(profile([], ['radar']), profile([], ['radar']))).toBe('radar');
    expect(topicOf(profile(['radar'], []), profile([], ['chips']))).toBeNull();
  });
});

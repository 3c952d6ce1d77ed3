import { describe, expect, it } from '@jest/globals';
import { urgencyOfNews } from './urgency.ts';

const now = '2027-05-12T01:00:00Z';

describe('news of what begins at an instant', () => {
  it('are soon from twelve hours before, and also once it has begun', () => {
    expect(urgencyOfNews('2027-05-12T12:59:00Z', now)).toBe('soon');
    expect(urgencyOfNews('2027-05-12T00:30:00Z', now)).toBe('soon');
  });

  it('are bulk when it is later than that, or has no time yet', () => {
    expect(urgencyOfNews('2027-05-12T13:00:00Z', now)).toBe('bulk');
    expect(urgencyOfNews(null, now)).toBe('bulk');
  });
});

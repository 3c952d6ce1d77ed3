import { expect, it } from '@jest/globals';
import { submitRegistration } from './registration.ts';

it('a form that lacks its name, or has something else for it, is refused and never breaks', () => {
  for (const form of [{}, { name: null }, { name: 7 }, { name: [] }, { name: {} }, null, []])
    expect(submitRegistration.body.safeParse({ form }).success).toBe(false);
});

import { dayMessageCodes } from '@forum/domain/meetings/day-messages';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { decideAccreditation, decisions } from './delegations/accreditation.ts';
import { setPlaces } from './delegations/delegations.ts';
import { sendDayMessage } from './meetings/day-messages.ts';

const described = (schema: z.ZodType) => JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('the body of a day message', () => {
  const { body } = sendDayMessage;

  it('has minutes exactly where the code says late', () => {
    for (const code of dayMessageCodes) {
      expect(takes(body, { code })).toBe(code !== 'minutes-late');
      // As apps send it that were opened before a deployment.
      expect(takes(body, { code, minutes: null })).toBe(code !== 'minutes-late');
      expect(takes(body, { code, minutes: 10 })).toBe(code === 'minutes-late');
    }
    expect(takes(body, { code: 'minutes-late', minutes: 61 })).toBe(false);
    expect(described(body)).toMatch(/"oneOf":.*"required":\["code","minutes"\]/);
  });
});

describe('the body of an accreditation decision', () => {
  const { body } = decideAccreditation;
  const delegates = [{ id: '7f3ad7a4-3c39-4c0e-9a53-0f5a8ad32c11', version: 1 }];

  it('has a coded reason exactly where somebody is declined or revoked', () => {
    for (const decision of decisions) {
      const isRefusal = decision === 'decline' || decision === 'revoke';
      expect(takes(body, { decision, reason: null, delegates })).toBe(!isRefusal);
      expect(takes(body, { decision, reason: 'conduct', delegates })).toBe(isRefusal);
      expect(takes(body, { decision, reason: 'ugly', delegates })).toBe(false);
    }
    expect(described(body)).toMatch(/"oneOf":.*"identity-unconfirmed"/);
  });
});

describe('the places of a delegation', () => {
  const { body } = setPlaces;
  const places = (...categories: string[]) => categories.map((category) => ({ category, places: 1 }));

  it('name each category at most once, which the document says too', () => {
    expect(takes(body, { version: 1, places: places('staff', 'media') })).toBe(true);
    expect(takes(body, { version: 1, places: places('staff', 'media', 'staff') })).toBe(false);
    expect(described(body)).toContain(
      '{"contains":{"properties":{"category":{"const":"staff"}},"required":["category"]},"minContains":0,"maxContains":1}',
    );
  });
});

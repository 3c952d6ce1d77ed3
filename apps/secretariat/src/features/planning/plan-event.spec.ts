import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@forum/domain/errors';
import { type Happened, planEvent, planEventKinds } from './plan-event.ts';

const zone = 'Europe/Brussels';
const whole: Happened = {
  ...{ kind: 'table-closed', firmId: 'f', withFirmId: 'w', tableId: 't', interpreterId: 'i' },
  ...{ from: '2027-03-28T01:30', until: '2027-03-28T12:00' },
};

describe.each(planEventKinds)('%s', (kind) => {
  const hasTimes = !['firm-cancels', 'meeting-added', 'places-lost'].includes(kind);

  it('holds the instants of its times where it has any', () => {
    const event = planEvent({ ...whole, kind }, zone);
    const times = { from: '2027-03-28T00:30:00Z', until: '2027-03-28T10:00:00Z' };
    expect(event).toMatchObject({ kind, ...(hasTimes ? times : {}) });
  });

  it.each(['', '2027-03-28T02:30', '2027-10-31T02:30'])(
    'refuses %j as a time, and only where it counts',
    (wall) => {
      for (const field of ['from', 'until'])
        expect(planEvent({ ...whole, kind, [field]: wall }, zone) instanceof DomainError).toBe(hasTimes);
    },
  );
});

import type { PlanEvent } from '@forum/contract/matchmaking/planning/plan-run';
import { DomainError } from '@forum/domain/errors';
import { typedInstant } from '@forum/ui/lib/typed-instant';

/** What can happen in a hall, of which a repair is made. */
export const planEventKinds = [
  'table-closed',
  'firm-cancels',
  'firm-away',
  'interpreter-away',
  'meeting-added',
  'places-lost',
] as const;

/** All that the form of a repair asks for; which of it counts depends on the kind. */
export interface Happened {
  kind: (typeof planEventKinds)[number];
  firmId: string;
  withFirmId: string;
  tableId: string;
  interpreterId: string;
  /** Wall times of the venue. */
  from: string;
  until: string;
}

/** What has happened, as a plan is repaired after it; the refusal of a time that is none, where one counts. */
export function planEvent(happened: Happened, zone: string): PlanEvent | DomainError {
  const { kind, firmId, withFirmId, tableId, interpreterId } = happened;
  if (kind === 'places-lost') return { kind };
  if (kind === 'firm-cancels') return { kind, firmId };
  if (kind === 'meeting-added') return { kind, firmId, withFirmId };
  const [from, until] = [typedInstant(happened.from, zone), typedInstant(happened.until, zone)];
  if (from instanceof DomainError) return from;
  if (until instanceof DomainError) return until;
  if (kind === 'interpreter-away') return { kind, interpreterId, from, until };
  if (kind === 'firm-away') return { kind, firmId, from, until };
  return { kind, tableId, from, until };
}

import { DomainError } from '@forum/domain/errors';
import { instantOf } from '@forum/domain/time/zoned';

/**
 * The instant of a wall time that somebody typed, or the refusal to show them: nothing was typed, the clocks skip that
 * time, or they show it twice and it does not say which is meant. A form asks this one, so that no refusal is lost.
 */
export function typedInstant(wall: string, zone: string): string | DomainError {
  try {
    return instantOf(wall, zone);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

import { escape } from 'ical-generator';
import { DomainError } from '@forum/domain/errors';
import { epochMs } from '@forum/domain/time/instant';
import { cleanLine, cleanText } from '../text/clean-text.ts';

/** A text value of several lines: cleaned; ical-generator escapes it (RFC 5545 §3.3.11). */
export function textValue(text: string): string {
  return cleanText(text);
}

/** A text value of one line. */
export function lineValue(text: string): string {
  return cleanLine(text);
}

/** A text value of one line for the properties that ical-generator does not escape itself: UID and NAME. */
export function escapedValue(text: string): string {
  return escape(lineValue(text), false);
}

/**
 * A name as it can stand in a parameter. Parameters have no escapes that all readers know (ical-generator writes `\"`,
 * which is none), so what is not safe between quotes becomes its nearest likeness: `"` `'`, `\` `/`, `;` `,`, `^` `ˆ`
 * (RFC 6868 would take it for an escape), line breaks a space.
 */
export function parameterValue(text: string): string {
  const likeness: Record<string, string> = { '"': "'", '\\': '/', ';': ',', '^': 'ˆ' };
  return lineValue(text).replace(/["\\;^]/g, (character) => likeness[character] ?? ' ');
}

/** A mail address that may follow `mailto:`; throws `request.invalid` for one that could end the line or its value. */
export function mailAddress(email: string): string {
  if (/^[^\s\p{Cc}"<>(),;:\\[\]@]+@[^\s\p{Cc}"<>(),;:\\[\]@]+$/u.test(email)) return email;
  throw refused('email', email, 'is no mail address that a calendar can hold; write it as name@host');
}

/** An instant as ical-generator takes it; throws `request.invalid` for one without `Z`, which has no one meaning. */
export function instantValue(instant: string): Date {
  return new Date(epochMs(instant));
}

/** The refusal of a value that would make a calendar that no reader understands. */
export function refused(field: string, value: unknown, fault: string): DomainError {
  return new DomainError(
    'request.invalid',
    { field, value },
    `The calendar’s ${field} “${String(value)}” ${fault}.`,
  );
}

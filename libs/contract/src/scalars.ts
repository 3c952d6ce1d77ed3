import { isCountry } from '@forum/domain/people/country';
import { languageTagPattern } from '@forum/domain/programme/session-limits';
import { visibleLine, visibleProse } from '@forum/domain/text/visible-text';
import { z } from 'zod';

/** UUID of any entity. */
export const id = z.uuid();

/** The calendar that the forum reckons by has no year 0, though ISO 8601 does. */
const isAfterYearZero = (text: string) => !text.startsWith('0000');
const yearZero = 'the year 0000 is none; years begin with 0001';

/** An instant: ISO 8601 in UTC with `Z`. Wall-clock time exists only beside a zone. */
export const instant = z.iso.datetime({ offset: false }).refine(isAfterYearZero, yearZero);

/** A calendar day in an edition's zone: `2027-05-12`. */
export const day = z.iso.date().refine(isAfterYearZero, yearZero);

/**
 * A wall-clock time, to be read in the edition's zone: `2027-05-12T10:30`. Of an hour that the clocks show twice the
 * distance from UTC says which is meant: `2027-10-31T02:30+01:00`.
 */
export const wallTime = z
  .string()
  .regex(
    /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d([+-]\d{2}:\d{2})?$/,
    'a wall time such as 2027-05-12T10:30',
  );

/** Raised by each change of an entity; sent back with a write so that nobody overwrites unseen news. */
export const version = z.int().min(1);

/** A country by ISO 3166-1 alpha-2; all of them are {@link countryCodes}. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'two capital letters of ISO 3166-1, such as KR', abort: true })
  .refine(isCountry, 'is no country of ISO 3166-1; give one such as KR');

/** BCP 47, such as `ko` or `pt-BR`. */
export const languageTag = z.string().regex(languageTagPattern, 'a BCP 47 tag such as ko or en-GB');

/** IANA time zone. */
export const zone = z.string().min(1).max(64);

/** A mail address as people type it; the server folds its case. */
export { mailAddress } from './mail-address.ts';

/** One line of text, at most `max` characters; what cannot be seen is lost: {@link visibleLine}. */
export const line = (max: number) => z.string().overwrite(visibleLine).max(max);

/** A line that must say something that can be seen. */
export const filledLine = (max: number) =>
  line(max)
    .refine((text) => text.length > 0, 'must hold something that can be seen')
    // As near as a schema comes to it.
    .meta({ minLength: 1, pattern: '\\S' });

/** Text of several lines, at most `max` characters; what deceives is lost: {@link visibleProse}. */
export const prose = (max: number) => z.string().overwrite(visibleProse).max(max);

/** `[start, end)` as instants. */
export const interval = z.strictObject({ start: instant, end: instant });

/** The slug of an edition in an address: `seoul-2027`. */
export const editionSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64);

/** A query flag: `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A page of a list: how many to skip and to take. */
export const paging = {
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

/** The head of each stream that a representation was read at: where `changes` goes on from. */
export const heads = z.record(z.string(), z.int().min(0));

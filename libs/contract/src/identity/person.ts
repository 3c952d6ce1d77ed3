import { z } from 'zod';
import { filledLine, id, languageTag, line } from '../scalars.ts';

/** The parts of a person's name; order is never assumed (`research`: Unicode TR35 part 8). */
export const personName = z.strictObject({
  given: line(80).nullable(),
  family: line(80).nullable(),
  nativeScript: line(80).nullable(),
  nativeLanguage: languageTag.nullable(),
  /** As it stands on the badge. */
  display: filledLine(120),
  sortKey: line(120),
  honorific: line(40).nullable(),
});
export type PersonName = z.infer<typeof personName>;

/** A person as others may see them in a list. */
export const personRef = z.strictObject({ id, name: z.string() });

import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { filledLine, id, instant, interval, version } from '../scalars.ts';
import { wallInterval } from './halls.ts';
import { inMeeting, meeting } from './meeting.ts';

/** The primary subtag of BCP 47: whether somebody speaks British or American English does not matter here. */
const primaryTag = z.string().regex(/^[a-z]{2,3}$/, 'a primary language tag such as ko or en');
const languages = z.array(primaryTag);

const mostInARow = z.int().min(1).max(40).nullable();

export const interpreter = z.strictObject({
  id,
  version,
  name: z.string(),
  languages,
  /** When they work; null means whenever a hall is open. */
  hours: z.array(interval).nullable(),
  mostInARow,
  /** Meetings of the edition that they interpret. */
  booked: z.int(),
});
export type Interpreter = z.infer<typeof interpreter>;

const written = {
  name: filledLine(120),
  languages: languages
    .min(2)
    .max(12)
    .refine((tags) => new Set(tags).size === tags.length, 'name each language once')
    .meta({ uniqueItems: true }),
  /** Wall times in the edition's zone; null for whenever a hall is open. */
  hours: z.array(wallInterval).max(60).nullable().default(null),
  mostInARow: mostInARow.default(null),
};

const inInterpreter = inEdition.extend({ interpreter: id });

export const listInterpreters = route({
  method: 'GET',
  path: '/editions/:edition/interpreters',
  action: 'interpreter.edit',
  summary: 'Who interprets at meetings of the edition, by name',
  params: inEdition,
  response: z.array(interpreter),
});

export const addInterpreter = route({
  method: 'POST',
  path: '/editions/:edition/interpreters',
  action: 'interpreter.edit',
  summary: 'Add somebody who interprets between at least two languages',
  params: inEdition,
  body: z.strictObject(written),
  response: interpreter,
});

export const changeInterpreter = route({
  method: 'PUT',
  path: '/editions/:edition/interpreters/:interpreter',
  action: 'interpreter.edit',
  summary: 'Change an interpreter; hours are refused that would leave out a meeting to come',
  params: inInterpreter,
  body: z.strictObject({ version, ...written }),
  response: interpreter,
});

export const removeInterpreter = route({
  method: 'DELETE',
  path: '/editions/:edition/interpreters/:interpreter',
  action: 'interpreter.edit',
  summary: 'Take an interpreter off the list; refused while meetings to come need them',
  params: inInterpreter,
  response: done,
});

const spokenBySide = z.strictObject({ from: languages, to: languages });

export const listUninterpreted = route({
  method: 'GET',
  path: '/editions/:edition/meetings-without-interpreter',
  action: 'interpreter.edit',
  summary: 'Meetings to come whose sides share no language and that nobody interprets, the soonest first',
  params: inEdition,
  response: z.strictObject({
    total: z.int(),
    rows: z.array(
      z.strictObject({
        id,
        from: z.string(),
        to: z.string(),
        languages: spokenBySide,
        start: instant,
        end: instant,
        hall: z.string(),
        table: z.string(),
      }),
    ),
  }),
});

export const readInterpreterChoice = route({
  method: 'GET',
  path: '/editions/:edition/meetings/:meeting/interpreters',
  action: 'interpreter.edit',
  summary: 'Whom a meeting could have as its interpreter, and why not the others',
  params: inMeeting,
  response: z.strictObject({
    /** Of the meeting. */
    version,
    /** Whether the sides share no language that they have named. */
    needed: z.boolean(),
    languages: spokenBySide,
    /** Those who can come first; empty while the meeting is not agreed. */
    interpreters: z.array(
      z.strictObject({
        id,
        name: z.string(),
        languages,
        hindrance: z.enum(['languages', 'busy', 'off-duty', 'in-a-row']).nullable(),
      }),
    ),
  }),
});

export const setInterpreter = route({
  method: 'PUT',
  path: '/editions/:edition/meetings/:meeting/interpreter',
  action: 'interpreter.edit',
  summary: 'Give a meeting an interpreter, another one, or none',
  params: inMeeting,
  body: z.strictObject({ version, interpreterId: id.nullable() }),
  response: meeting,
});

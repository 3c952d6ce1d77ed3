import { meetingStates } from '@forum/domain/meetings/meeting-state';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { flag, heads, line, paging } from '../scalars.ts';
import { meeting } from './meeting.ts';

/** Every meeting of the edition, for the secretariat. */
export const listAllMeetings = route({
  method: 'GET',
  path: '/editions/:edition/all-meetings',
  action: 'meeting.override',
  summary: 'Every meeting of the edition, with the calls for help first',
  params: inEdition,
  query: z.strictObject({
    ...paging,
    search: line(100).optional(),
    state: z.enum(meetingStates).optional(),
    helpOnly: flag.default(false),
    /** Only agreed ones that need a new place. */
    withoutPlace: flag.default(false),
  }),
  response: z.strictObject({
    total: z.int(),
    counts: z.record(z.string(), z.int()),
    /** Agreed ones that need a new place, whatever else is filtered by. */
    withoutPlace: z.int(),
    rows: z.array(meeting),
    heads,
  }),
});

import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { id, instant } from '../scalars.ts';
import { grade, matchedFirm, matchingState, wishesStatus } from './shared.ts';

export const listWishes = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/wishes',
  action: 'wish.own',
  summary: 'The wishes of a firm, its musts first, and what they still lack',
  params: inFirm,
  response: z.strictObject({
    matching: matchingState,
    status: wishesStatus,
    rows: z.array(
      z.strictObject({ firm: matchedFirm, grade, gradedAt: instant, gradedBy: z.string().nullable() }),
    ),
    /** Suggested firms without a grade; null while the first matching is being computed. */
    ungraded: z.int().nullable(),
  }),
});

export const gradeWish = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/wishes',
  action: 'wish.own',
  summary: 'Grade how much a firm wishes to meet another, or withdraw the wish with null',
  params: inFirm,
  body: z.strictObject({ to: id, grade: grade.nullable() }),
  response: wishesStatus,
});

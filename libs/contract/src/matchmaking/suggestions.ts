import { refusals } from '@forum/domain/matchmaking/who-may-meet';
import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { id } from '../scalars.ts';
import { profileLine } from './profiles.ts';
import { grade, matchedFirm, matchingState, wishesStatus } from './shared.ts';

const side = z.enum(['ours', 'theirs']);
const comparedLine = profileLine.omit({ note: true });

/** One reason of a score, in whole points, negative where it takes off. */
export const matchTerm = z.strictObject({
  kind: z.enum([
    'capability',
    'mode',
    'maturity',
    'capacity',
    'leadTime',
    'further',
    'sale',
    'interest',
    'goal',
    'underWay',
    'contract',
    'metBefore',
    'noShow',
    'balance',
  ]),
  /** Whose gain it is; null for the balance between both. */
  gain: side.nullable(),
  points: z.int(),
  /** A need that the other firm’s offer meets. */
  line: z.strictObject({ needOf: side, place: z.int(), need: comparedLine, offer: comparedLine }).nullable(),
  /** The country of an interest, the goal, or the step that is under way. */
  about: z.string().nullable(),
});
export type MatchTerm = z.infer<typeof matchTerm>;

export const listSuggestions = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/suggestions',
  action: 'wish.own',
  summary: 'Whom a firm should meet and why, best first; the terms of each sum to its score',
  params: inFirm,
  response: z.strictObject({
    matching: matchingState,
    status: wishesStatus,
    /** Whether the firm has said anything to be matched by. */
    speaking: z.boolean(),
    /** How many meetings the firm could still have; null while nobody knows. With none left nobody new is suggested. */
    freeSlots: z.int().nullable(),
    /** The highest score, for drawing the others beside it. */
    best: z.int(),
    /** Null while the first matching is being computed. */
    rows: z
      .array(
        z.strictObject({
          firm: matchedFirm,
          score: z.int(),
          why: z.enum(['primes-for-small', 'reach', 'score']),
          terms: z.array(matchTerm),
          grade: grade.nullable(),
        }),
      )
      .nullable(),
  }),
});
export type Suggestions = z.infer<typeof listSuggestions.response>;

export const explainMatch = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/match',
  action: 'wish.own',
  summary: 'Why one’s own firm should meet this one; nothing when they have nothing in common',
  params: inFirm,
  query: z.strictObject({
    /** On behalf of which firm, for the secretariat. */
    for: id.optional(),
  }),
  response: z.strictObject({
    matching: matchingState,
    /** What both have in common; null while the first matching is being computed. */
    common: z.strictObject({ score: z.int(), terms: z.array(matchTerm) }).nullable(),
    grade: grade.nullable(),
    status: wishesStatus,
    /** For the secretariat, why the two may not meet; null where they may, and for everybody else. */
    barred: z.strictObject({ by: z.enum(refusals), reason: z.string() }).nullable(),
  }),
});

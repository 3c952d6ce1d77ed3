import { outcomeStages } from '@forum/domain/outcomes/ledger';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { day, editionSlug, filledLine, id, instant } from '../scalars.ts';

export const stage = z.enum(outcomeStages);

/** A step of a matter, as one of its two firms sees it. */
export const outcomeStep = z.strictObject({
  id,
  stage,
  state: z.enum(['proposed', 'confirmed', 'declined']),
  by: z.enum(['us', 'them']),
  /** End of a pilot. */
  until: day.nullable(),
  confidential: z.boolean(),
  proposedAt: instant,
  answeredAt: instant.nullable(),
});

/** Something between two firms over all editions, from first interest to a contract. */
export const matter = z.strictObject({
  id,
  title: z.string(),
  /** Where it began. */
  edition: z.strictObject({ slug: editionSlug, title: z.string(), year: z.int() }),
  steps: z.array(outcomeStep),
  reached: stage.nullable(),
  /** Stages that can be proposed now; none while a proposal waits. */
  next: z.array(stage),
});
export type Matter = z.infer<typeof matter>;

export const listOutcomes = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/outcomes',
  action: 'outcome.own',
  summary: 'What one’s firm and another have come to, over all editions',
  params: inFirm,
  response: z.array(matter),
});

export const proposeOutcome = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/outcomes',
  action: 'outcome.own',
  summary: 'Say that a stage has been reached with another firm, for it to confirm',
  params: inFirm,
  body: z.strictObject({
    /** Null begins a new matter in this edition. */
    matter: id.nullable(),
    title: filledLine(160),
    stage,
    until: day.nullable(),
    confidential: z.boolean(),
  }),
  response: z.array(matter),
});

const inOutcome = inEdition.extend({ outcome: id });

export const confirmOutcome = route({
  method: 'POST',
  path: '/editions/:edition/outcomes/:outcome/confirmation',
  action: 'outcome.own',
  summary: 'Confirm what the other firm has proposed; either may ask for discretion',
  params: inOutcome,
  body: z.strictObject({ confidential: z.boolean() }),
  response: z.array(matter),
});

export const declineOutcome = route({
  method: 'POST',
  path: '/editions/:edition/outcomes/:outcome/refusal',
  action: 'outcome.own',
  summary: 'Say that what the other firm has proposed is not so',
  params: inOutcome,
  response: z.array(matter),
});

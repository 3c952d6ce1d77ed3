import { delegateCategories } from '@forum/domain/people/delegate-category';
import { z } from 'zod';
import { category } from './delegate-state.ts';

/** The places of each category, as a delegation has them; those who wait hold none. */
export const places = z.array(
  z.strictObject({ category, places: z.int().min(0), taken: z.int().min(0), waiting: z.int().min(0) }),
);
export type Places = z.infer<typeof places>;

const atMostOnce = delegateCategories.map((one) => ({
  contains: { properties: { category: { const: one } }, required: ['category'] },
  minContains: 0,
  maxContains: 1,
}));

/** How many places each category is to have, each named once; one that is not named has none. */
export const placesToSet = z
  .array(z.strictObject({ category, places: z.int().min(0).max(1000) }))
  .max(delegateCategories.length)
  .superRefine((entries, context) => {
    for (const [index, entry] of entries.entries())
      if (entries.findIndex((other) => other.category === entry.category) < index)
        context.addIssue({
          code: 'custom',
          path: [index, 'category'],
          message: 'is named twice; name each category once',
        });
  })
  .meta({ allOf: atMostOnce });
export type PlacesToSet = z.infer<typeof placesToSet>;

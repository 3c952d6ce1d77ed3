import { z } from 'zod';
import { category } from './delegate-state.ts';

export const places = z.array(
  z.strictObject({ category, places: z.int().min(0), taken: z.int().min(0), waiting: z.int().min(0) }),
);
export type Places = z.infer<typeof places>;

import { z } from 'zod';

/** An edition as a list of several names it. */
export const editionRef = z.strictObject({ slug: z.string(), title: z.string() });

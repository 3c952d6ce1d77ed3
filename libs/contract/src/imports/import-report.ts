import { z } from 'zod';

/** What an import would do, and what was skipped on reading; held when it removes too much at once. */
export const importNote = z.strictObject({
  code: z.string(),
  where: z.string(),
  value: z.string(),
  /** How often the whole file has it, where only the first is told. */
  count: z.int().min(2).optional(),
});
/** How many items an import adds, changes and removes; its lists hold the first 200 of each. */
export const importSums = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() });
export const importField = z.strictObject({ field: z.string(), from: z.string(), to: z.string() });

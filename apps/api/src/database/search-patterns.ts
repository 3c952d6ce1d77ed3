import { fold } from '@forum/domain/text/fold';

/** The patterns that a folded text must all be like for a query to find it; nothing is asked of it without a query. */
export const searchPatterns = (query: string | undefined): string[] =>
  fold(query ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

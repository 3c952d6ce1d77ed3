import type { ComponentLine, Reckoned, SharedRatio } from '@forum/contract/advice/worksheets';
import { knownAgreements } from '@forum/domain/legal-routes/agreements';
import { worksheetSchemes } from '@forum/domain/worksheet/perimeters';
import { reckon, sharedView } from '@forum/domain/worksheet/worksheet';

/** A worksheet reckoned for each scheme, by the rules and agreements of a day. */
export const reckonAll = (lines: readonly ComponentLine[], day: string): Reckoned[] =>
  worksheetSchemes.map((scheme) => {
    const result = reckon(lines, scheme, { day, agreements: knownAgreements });
    return { ...result, sides: [...result.sides] };
  });

/** What somebody else gets to see: the ratio for each scheme, and nothing of lines or amounts. */
export const ratiosOf = (lines: readonly ComponentLine[], day: string): SharedRatio[] =>
  worksheetSchemes.map((scheme) => sharedView(reckon(lines, scheme, { day, agreements: knownAgreements })));

import { dualUse, militaryList } from '../matchmaking/taxonomy/control-lists.ts';

/** How many entries a topic may touch. */
export const mostControlEntries = 12;

const listed = new Set([...militaryList, ...dualUse].map(({ code }) => code));

/** Those of some capabilities that are themselves entries of a control list, as many as a topic may touch. */
export const controlEntriesIn = (capabilities: readonly string[]): string[] =>
  capabilities.filter((code) => listed.has(code)).slice(0, mostControlEntries);

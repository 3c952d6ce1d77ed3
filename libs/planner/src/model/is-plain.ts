import type { PlanInstance } from '../instance/instance.ts';

/** How many slots the masks of the quick search hold. */
const most = 62;

/**
 * Whether an instance needs only slots: one team a firm, tables all alike, nobody to interpret, no limits on what comes
 * one after another. The quick search handles these; the rest goes to the general one.
 */
export function isPlain({
  slots,
  firms,
  meetings,
  tables,
  walks,
  rules,
  interpreters,
}: PlanInstance): boolean {
  if (slots > most || rules.mostInARow !== null || walks.some((walk) => walk.slots > 0)) return false;
  if (!rules.ownCompany || !rules.again || interpreters.length > 0) return false;
  if (tables.some(({ host }) => host !== null)) return false;
  const isSimple = firms.every(
    ({ teams, floor }) =>
      floor === 0 && teams.length === 1 && teams[0]!.mostInARow === null && teams[0]!.languages.length === 0,
  );
  return (
    isSimple &&
    meetings.every(
      ({ capability, language, protocol, tables: named }) =>
        capability === null && language === null && protocol === null && named === null,
    )
  );
}

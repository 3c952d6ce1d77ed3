import { refuse } from './fields.ts';
import type { PlanInstance } from './instance.ts';

/** Refuses names given twice, and names that nothing bears. */
export function checkNames(instance: PlanInstance): void {
  const { firms, meetings, sessions, tables, walks, interpreters } = instance;
  const firmIds = once('firms', firms);
  const meetingIds = once('meetings', meetings);
  const tableIds = once('tables', tables);
  const sessionIds = once('sessions', sessions);
  once('interpreters', interpreters);
  const zones = new Set(tables.map(({ zone }) => zone));
  const known = (names: ReadonlySet<string>, path: string, name: string | null, what: string) => {
    if (name !== null && !names.has(name)) refuse(`instance.${path}`, name, `name ${what}`);
  };
  walks.forEach(({ from, to }, n) => {
    known(zones, `walks[${n}].from`, from, 'a zone of some table');
    known(zones, `walks[${n}].to`, to, 'a zone of some table');
  });
  tables.forEach(({ host }, n) => known(firmIds, `tables[${n}].host`, host, 'a firm'));
  meetings.forEach((meeting, n) => {
    const path = `meetings[${n}]`;
    meeting.firms.forEach((firm, side) => known(firmIds, `${path}.firms[${side}]`, firm, 'a firm'));
    meeting.after.forEach((id, at) => known(meetingIds, `${path}.after[${at}]`, id, 'a meeting'));
    meeting.tables?.forEach((id, at) => known(tableIds, `${path}.tables[${at}]`, id, 'a table group'));
    known(sessionIds, `${path}.within`, meeting.within, 'a session');
    const host = meeting.protocol?.host ?? null;
    if (host !== null && !meeting.firms.includes(host)) {
      refuse(`instance.${path}.protocol.host`, host, 'name one of the two firms');
    }
  });
}

function once(list: string, items: readonly { readonly id: string }[]): Set<string> {
  const seen = new Set<string>();
  items.forEach(({ id }, n) => {
    if (seen.has(id)) refuse(`instance.${list}[${n}].id`, id, 'give each its own id');
    seen.add(id);
  });
  return seen;
}

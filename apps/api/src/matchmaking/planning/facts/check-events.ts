import type { Interpreter } from '@forum/contract/meetings/interpreters';
import type { Hall } from '@forum/contract/meetings/halls';
import type { PlanEvent } from '@forum/contract/matchmaking/planning/plan-run';
import { isBefore } from '@forum/domain/time/instant';
import { pairId } from '@forum/planner/edition/instance-of-edition';
import { refuseFields, type RefusedField } from '../../../http/refuse-field.ts';
import type { PlanFirmRow, StandingRow } from './plan-facts.repository.ts';

/** What events are checked against. */
interface Known {
  hall: Hall;
  firms: readonly PlanFirmRow[];
  /** Firms with somebody who can come. */
  withTeam: ReadonlySet<string>;
  standing: readonly StandingRow[];
  /** On the list of the edition. */
  interpreters: readonly Pick<Interpreter, 'id'>[];
}

/** Refuses events that are about nothing there is, each with its field. */
export function checkEvents(events: readonly PlanEvent[], known: Known): void {
  const [first, ...more] = events.flatMap((event, n) => refusedIn(event, `body.events.${n}`, known));
  if (first) throw refuseFields('request.invalid', [first, ...more]);
}

function refusedIn(event: PlanEvent, path: string, known: Known): RefusedField[] {
  const { hall, firms, standing, withTeam, interpreters } = known;
  const refused: RefusedField[] = [];
  const refuse = (field: string, value: string, remedy: string) =>
    refused.push({ path: `${path}.${field}`, value, remedy });
  const isListed = (id: string) => firms.some((firm) => firm.id === id);
  const checkFirm = (field: string, id: string) => {
    if (!isListed(id)) refuse(field, id, 'is no firm of this edition; choose one of its firms');
    else if (event.kind === 'meeting-added' && !withTeam.has(id)) {
      refuse(field, id, 'has nobody accredited in a team; accredit somebody first');
    }
  };
  if ('firmId' in event) checkFirm('firmId', event.firmId);
  if (event.kind === 'table-closed' && !hall.tables.some(({ id }) => id === event.tableId)) {
    refuse('tableId', event.tableId, `is no table of ${hall.name}; choose one of its tables`);
  }
  if (event.kind === 'interpreter-away' && !interpreters.some(({ id }) => id === event.interpreterId)) {
    refuse(
      'interpreterId',
      event.interpreterId,
      'is no interpreter of this edition; choose one of its interpreters',
    );
  }
  if ('until' in event && !isBefore(event.from, event.until)) {
    refuse('until', event.until, `does not come after ${event.from}; give a later end`);
  }
  if (event.kind === 'meeting-added') {
    const { firmId, withFirmId } = event;
    if (firmId === withFirmId)
      refuse('withFirmId', withFirmId, 'is the same firm; a firm does not meet itself, name two');
    else checkFirm('withFirmId', withFirmId);
    const stands = standing.find(
      (row) => pairId(row.fromFirmId, row.toFirmId) === pairId(firmId, withFirmId),
    );
    if (stands)
      refuse('withFirmId', withFirmId, `meets that firm at ${stands.start} already; choose two others`);
  }
  return refused;
}

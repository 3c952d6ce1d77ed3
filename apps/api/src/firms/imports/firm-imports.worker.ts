import { randomUUID } from 'node:crypto';
import { DomainError } from '@forum/domain/errors';
import { firmDifference, firmKey } from '@forum/domain/firms/firm-difference';
import { fold } from '@forum/domain/text/fold';
import { readFirmsFile } from '@forum/interchange/firms/read-firms';
import { type ImportNote } from '@forum/interchange/reading/import-note';
import { mostShown, printOf, shownFields, sumsOf } from '../../imports/shown-difference.ts';
import { refusable } from '../../threads/refusable.ts';
import { type CurrentFirm, type ListedFirm, listedFirms, sidesOf } from './listed-firms.ts';

/** What was read from a list. It goes between threads and into the database as JSON, which costs the event loop nothing. */
interface Reading {
  firms: ListedFirm[];
  notes: ImportNote[];
}

/** Reads an exhibitor list. */
export const read = refusable(async (file: Uint8Array): Promise<string> => {
  const { firms, report } = await readFirmsFile(file);
  if (firms.length === 0) throw nothingToImport();
  const reading: Reading = { firms: listedFirms(firms), notes: report };
  return JSON.stringify(reading);
});

/** A firm of any edition, oldest last. */
interface KnownFirm {
  id: string;
  name: string;
  country: string | null;
}

/**
 * What a reading would change of the firms of the edition, both as JSON. With the firms of all editions also what is
 * written: one that took part in another edition is the same firm.
 */
export const compare = refusable(
  ({ reading, current: now, known }: { reading: string; current: string; known: string | null }) => {
    const { firms, notes } = JSON.parse(reading) as Reading;
    const listed = JSON.parse(now) as CurrentFirm[];
    const { current, incoming } = sidesOf(listed, firms);
    const difference = firmDifference(current, incoming);
    const { added, changed, removed, unchanged, held } = difference;
    const adding = known === null ? [] : addedRows(added, JSON.parse(known) as KnownFirm[]);
    const named = ({ name, country }: ListedFirm) => ({ name, country });
    return {
      shown: {
        notes,
        sums: sumsOf(difference),
        added: added.slice(0, mostShown).map(named),
        changed: changed
          .slice(0, mostShown)
          .map(({ after, fields }) => ({ ...named(after), fields: shownFields(fields) })),
        removed: removed.slice(0, mostShown).map(named),
        unchanged,
        held,
      },
      print: printOf(difference, firmKey),
      removedIds: removed.map(({ id }) => id),
      written:
        known === null
          ? null
          : {
              added: JSON.stringify(adding),
              changed: JSON.stringify(changed.map(({ before, after }) => ({ ...after, id: before.id }))),
              websites: JSON.stringify(websiteRows(firms, [...listed, ...adding])),
            },
    };
  },
);

/** The web sites that the list itself gives, never those that are only kept from before. */
function websiteRows(firms: readonly ListedFirm[], inEdition: readonly (ListedFirm & { id: string })[]) {
  const ids = new Map(inEdition.map((firm) => [firmKey(firm), firm.id]));
  return firms
    .filter(({ website }) => website !== null)
    .map((firm) => ({ id: ids.get(firmKey(firm)), website: firm.website }));
}

function addedRows(added: readonly ListedFirm[], known: readonly KnownFirm[]) {
  const ids = new Map(known.map((firm) => [firmKey(firm), firm.id]));
  return added.map((firm) => ({
    ...firm,
    id: ids.get(firmKey(firm)) ?? randomUUID(),
    folded: fold(firm.name),
  }));
}

const nothingToImport = () =>
  new DomainError(
    'import.unreadable',
    { reason: 'no_entries' },
    'The list names no firm. Send a list with at least one.',
  );

import { randomUUID } from 'node:crypto';
import { DomainError } from '@forum/domain/errors';
import { firmDifference, firmKey, type ListMode } from '@forum/domain/firms/firm-difference';
import { fold } from '@forum/domain/text/fold';
import { readFirmsFile } from '@forum/interchange/firms/read-firms';
import { type ImportNote, ImportReport } from '@forum/interchange/reading/import-note';
import { mostShown, printOf, shownFields, sumsOf } from '../../imports/shown-difference.ts';
import { refusable } from '../../threads/refusable.ts';
import {
  type CurrentFirm,
  type ListedFirm,
  listedFirms,
  matchedKey,
  type MatchedFirm,
  sidesOf,
} from './listed-firms.ts';

/** What was read from a list. It goes between threads and into the database as JSON, which costs the event loop nothing. */
interface Reading {
  firms: ListedFirm[];
  mode: ListMode;
  notes: ImportNote[];
}

/** Reads an exhibitor list. */
export const read = refusable(
  async ({ file, mode }: { file: Uint8Array; mode: ListMode }): Promise<string> => {
    const { firms, report } = await readFirmsFile(file);
    if (firms.length === 0) throw nothingToImport();
    const reading: Reading = { firms: listedFirms(firms), mode, notes: report };
    return JSON.stringify(reading);
  },
);

/** A firm of any edition, oldest last. */
interface KnownFirm {
  id: string;
  name: string;
  country: string | null;
  /** What lists of any edition called it before it was corrected. */
  listed: string[];
}

/**
 * What a reading would change of the firms of the edition, both as JSON. With the firms of all editions also what is
 * written: one that took part in another edition is the same firm.
 */
export const compare = refusable(
  ({ reading, current: now, known }: { reading: string; current: string; known: string | null }) => {
    const { firms, mode, notes } = JSON.parse(reading) as Reading;
    const listed = JSON.parse(now) as CurrentFirm[];
    const { current, incoming, disagreements } = sidesOf(listed, firms, mode);
    const difference = firmDifference(current, incoming, {
      currentKey: ({ id }) => id,
      incomingKey: matchedKey,
    });
    const { added, changed, removed, unchanged, held, duplicates } = difference;
    const adding = known === null ? [] : addedRows(added, JSON.parse(known) as KnownFirm[]);
    const named = ({ name, country }: Pick<ListedFirm, 'name' | 'country'>) => ({ name, country });
    return {
      shown: {
        notes: [...notes, ...joined(duplicates)],
        mode,
        sums: sumsOf(difference),
        added: added.slice(0, mostShown).map(named),
        changed: changed
          .slice(0, mostShown)
          .map(({ after, fields }) => ({ ...named(after), fields: shownFields(fields) })),
        removed: removed.slice(0, mostShown).map(named),
        unchanged,
        held,
        disagreeing: disagreements.length,
        disagreements: disagreements
          .slice(0, mostShown)
          .map((firm) => ({ ...named(firm), fields: shownFields(firm.fields) })),
      },
      print: printOf(difference, firmKey, [mode, disagreements]),
      removedIds: removed.map(({ id }) => id),
      written:
        known === null
          ? null
          : {
              added: JSON.stringify(adding),
              changed: JSON.stringify(changed.map(({ before, after }) => ({ ...after, id: before.id }))),
              listed: JSON.stringify(listedRows(firms, incoming, adding)),
            },
    };
  },
);

/** Two entries of a list that are one firm here, because its name was corrected. */
function joined(duplicates: readonly ListedFirm[]): ImportNote[] {
  const report = new ImportReport();
  for (const { name } of duplicates) report.add('firm.repeated', '', name);
  return report.notes;
}

/** Each firm that the list names, with what the list itself says of it, never what is only kept from before. */
function listedRows(
  firms: readonly ListedFirm[],
  incoming: readonly MatchedFirm[],
  adding: readonly (MatchedFirm & { id: string })[],
) {
  const made = new Map(adding.map((firm) => [firmKey(firm), firm.id]));
  return firms.flatMap(({ website, stand, mail }, at) => {
    const firm = incoming[at];
    const id = firm && (firm.id ?? made.get(firmKey(firm)));
    return id ? [{ id, website, stand, mail }] : [];
  });
}

function addedRows(added: readonly MatchedFirm[], known: readonly KnownFirm[]) {
  const ids = new Map([
    ...known.flatMap((firm) => firm.listed.map((key) => [key, firm.id] as const)),
    ...known.map((firm) => [firmKey(firm), firm.id] as const),
  ]);
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

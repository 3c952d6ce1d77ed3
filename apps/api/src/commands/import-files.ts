import type { FirmImport } from '@forum/contract/firms/imports';
import type { ProgrammeImport } from '@forum/contract/programme/imports';
import type { ListMode } from '@forum/domain/firms/firm-difference';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Database } from '../database/database.ts';
import { FirmImportsService } from '../firms/imports/firm-imports.service.ts';
import { type Admitted, type EditionRef, noStanding, type ViewerPerson } from '../http/viewer.ts';
import { ProgrammeImportsService } from '../programme/imports/programme-imports.service.ts';
import { StartError } from '../start-error.ts';
import type { Command, CommandContext } from './command.ts';

interface Importer<Difference> {
  propose(viewer: Admitted, file: Uint8Array, source: string, mode?: ListMode): Promise<Difference>;
  apply(viewer: Admitted, id: string, body: { confirmRemovals?: number }): Promise<Difference>;
}

/** Imports a programme: shows the difference, and applies it when told to. */
export const importProgramme: Command = {
  usage: 'import-programme <edition> <file> [--apply] [--confirm-removals N]',
  summary: 'show what a schedule.xml or schedule.json would change, and apply it',
  run: (context, args) =>
    importFile(context, args, context.app.get(ProgrammeImportsService, { strict: false })),
};

/** Imports an exhibitor list the same way. */
export const importFirms: Command = {
  usage: 'import-firms <edition> <file> [--add] [--apply] [--confirm-removals N]',
  summary: 'show what an exhibitor list (Excel, CSV or JSON) would change, or only add, and apply it',
  run: (context, args) => importFile(context, args, context.app.get(FirmImportsService, { strict: false })),
};

async function importFile(
  { database, print }: CommandContext,
  args: readonly string[],
  importer: Importer<ProgrammeImport | FirmImport>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      apply: { type: 'boolean' },
      add: { type: 'boolean' },
      'confirm-removals': { type: 'string' },
    },
  });
  const [slug, file] = positionals;
  if (!slug || !file) {
    print('Name an edition and a file.');
    return 2;
  }
  const content = await contentOf(file);
  const viewer = await secretariatIn(database, slug);
  const proposed = await importer.propose(viewer, content, file, values.add ? 'add' : 'replace');
  tell(print, proposed);
  if (!values.apply) {
    print('Nothing was applied. Call again with --apply.');
    return 0;
  }
  const confirmed = values['confirm-removals'];
  await importer.apply(
    viewer,
    proposed.id,
    confirmed === undefined ? {} : { confirmRemovals: Number(confirmed) },
  );
  print('Applied.');
  return 0;
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${(error as Error).message}. Name a file that is there.`);
  }
}

function tell(print: (line: string) => void, proposed: ProgrammeImport | FirmImport): void {
  const { sums, unchanged, notes, held } = proposed;
  if ('mode' in proposed && proposed.mode === 'add') print('Adds to the lists before; removes nothing.');
  print(`${sums.added} new, ${sums.changed} changed, ${sums.removed} removed, ${unchanged} as before`);
  const warnings = 'warnings' in proposed ? proposed.warnings : [];
  for (const note of [...warnings, ...notes]) print(`  ${note.code}: ${note.where} ${note.value}`);
  tellDecided(print, proposed);
  if (held)
    print(`It removes many at once and is held. If that is meant: --confirm-removals ${sums.removed}`);
}

/** What stays as the secretariat decided, and what it has to say on the desk before anything is applied. */
function tellDecided(print: (line: string) => void, proposed: ProgrammeImport | FirmImport): void {
  const { disagreements, disagreeing } = proposed;
  if (disagreeing > 0) print(`${disagreeing} stay as they were decided at the desk:`);
  for (const one of disagreements)
    for (const { field, from, to } of one.fields)
      print(`  ${'title' in one ? one.title : one.name}: ${field} ${from}; the file says ${to}`);
  for (const { told, known } of 'questions' in proposed ? proposed.questions : [])
    print(
      `  Is ${told.name} of the file ${known.name}, who is ${known.person}? Answer at the desk, under Imports.`,
    );
}

/** Whoever holds the machine acts as the secretariat: its longest-standing member. */
async function secretariatIn(database: Database, slug: string): Promise<Admitted> {
  const edition = await database.row<EditionRef>(
    'select id, slug, zone, phase from edition where slug = $1',
    [slug],
  );
  if (!edition) throw new StartError(`There is no edition ${slug}.`);
  const person = await database.row<ViewerPerson>(
    'select id, display_name as name, mail from person where secretariat order by created_at, id limit 1',
  );
  if (!person)
    throw new StartError(
      'Nobody belongs to the secretariat yet. Make somebody: npm run forum -- secretariat <mail>',
    );
  return {
    sessionId: null,
    person,
    aide: null,
    acting: null,
    secretariat: true,
    // Whoever reaches the command line of the machine needs no other proof.
    factorAt: Infinity,
    edition,
    standing: { ...noStanding, roles: ['organiser'] },
    withheld: [],
    relations: ['any'],
  };
}

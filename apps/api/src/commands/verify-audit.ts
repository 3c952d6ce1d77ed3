import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isSignedBy, publicKeyOf, readHead } from '../audit/heads.ts';
import { headsIn } from '../audit/journal-heads.ts';
import { holdsHead, verifyChain, type Verification } from '../audit/verify.ts';
import type { Transaction } from '../database/database.ts';
import type { Command, CommandContext } from './command.ts';

interface Edition {
  id: string;
  slug: string;
}

/** A head that the journal is compared with, and where it comes from. */
interface Expected {
  from: string;
  edition: string;
  sequence: number;
  hash: string;
}

/** Checks the journal of one edition, or of all, link by link, and against the heads that were kept of it. */
export const verifyAudit: Command = {
  usage: 'verify-audit [edition] [--expect HEAD]…',
  summary:
    'check the audit journal link by link, and that it still holds the heads in AUDIT_HEADS_DIR and those expected: a file, or EDITION:NUMBER:HASH',
  run: async (context, args) => {
    const { database, print } = context;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { expect: { type: 'string', multiple: true, default: [] } },
    });
    const [slug] = positionals;
    const editions = await database.rows<Edition>(
      'select id, slug from edition where $1::text is null or slug = $1 order by year',
      [slug ?? null],
    );
    if (editions.length === 0) {
      print(`There is no edition ${slug ?? 'yet'}.`);
      return 2;
    }
    const { expected, faults } = await readExpected(context, values.expect);
    for (const fault of faults) print(fault);
    let isWhole = faults.length === 0;
    for (const edition of editions) {
      // One state of the database, so that an erasure meanwhile is seen with its record or not at all.
      const [verified, lost] = await database.snapshot(async (transaction) => [
        await verifyChain(transaction, edition.id, context.config.secret),
        await lostHeads(transaction, edition, expected),
      ]);
      isWhole &&= verified.broken === null && lost.length === 0;
      print(`${edition.slug}: ${told(verified)}`);
      for (const { from, sequence } of lost)
        print(`${edition.slug}: cut or made again: link ${sequence} is not the one that ${from} holds`);
      const compared = expected.filter((head) => head.edition === edition.slug).length;
      if (lost.length === 0) print(`${edition.slug}: holds all of ${compared} kept heads`);
    }
    return isWhole ? 0 : 1;
  },
};

const told = ({ links, erased, seam, broken }: Verification) =>
  broken
    ? `broken at ${broken.sequence}: ${broken.why} (${links} links hold)`
    : `${links} links hold, ${erased} details were erased${
        seam ? `, and ${seam.sequence - 1} were carried over as they stood on ${seam.at}` : ''
      }`;

/** The heads of the folder, which the forum itself has signed, and those that the caller names. */
async function readExpected({ config }: CommandContext, named: readonly string[]) {
  const expected: Expected[] = [];
  const faults: string[] = [];
  const key = publicKeyOf(config.secret);
  for (const [file, head] of await headsIn(config.auditHeadsDir)) {
    if (head && isSignedBy(key, head)) expected.push({ ...head, from: file });
    else faults.push(`${file} in ${config.auditHeadsDir} is not a head that this forum has signed.`);
  }
  for (const name of named) {
    const [, edition, sequence, hash] = /^([\w-]+):(\d+):([0-9a-f]{64})$/.exec(name) ?? [];
    if (edition && sequence && hash) {
      expected.push({ from: '--expect', edition, sequence: Number(sequence), hash });
      continue;
    }
    const head = readHead(await readFile(name, 'utf8').catch(() => ''));
    if (head && isSignedBy(key, head)) expected.push({ ...head, from: name });
    else faults.push(`${name} is not a head that this forum has signed, nor EDITION:NUMBER:HASH.`);
  }
  return { expected, faults };
}

async function lostHeads(
  reader: Transaction,
  { id, slug }: Edition,
  expected: readonly Expected[],
): Promise<Expected[]> {
  const lost: Expected[] = [];
  for (const head of expected.filter(({ edition }) => edition === slug))
    if (!(await holdsHead(reader, { ...head, editionId: id }))) lost.push(head);
  return lost;
}

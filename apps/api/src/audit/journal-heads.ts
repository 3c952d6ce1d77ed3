import { Injectable } from '@nestjs/common';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { Log } from '../operations/log.ts';
import { readHead, signHead, type SignedHead } from './heads.ts';

const afterLinks = 20;
const hour = 3_600_000;
const minute = 60_000;
/** However many links come, no more often than this. */
const leastPause = 1_000;

/**
 * Lets the heads of all journals leave the database, signed, as files in a folder that is meant to lie elsewhere: every
 * hour, and after every 20 links. Only the node that numbers changes calls it, so no two write at once.
 */
@Injectable()
export class JournalHeads {
  readonly #written = new Map<string, number>();
  #links = 0;
  #dueAt = 0;
  #notBefore = 0;
  #writing: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Tells that so many links were added, or that a while has passed; writes in the background when it is time. */
  tend(links: number): void {
    this.#links += links;
    const now = performance.now();
    const isDue = this.#links >= afterLinks || now >= this.#dueAt;
    if (!isDue || this.#writing || now < this.#notBefore) return;
    const isHourly = now >= this.#dueAt;
    this.#links = 0;
    this.#notBefore = now + leastPause;
    this.#dueAt = isHourly ? now + hour : this.#dueAt;
    this.#writing = this.write(isHourly)
      .catch((error: unknown) => {
        this.#dueAt = Math.min(this.#dueAt, now + minute);
        this.log.warn({ err: error, folder: this.config.auditHeadsDir }, 'journal heads cannot be written');
      })
      .finally(() => (this.#writing = null));
  }

  /** Settles when what is being written is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Where every journal stands now. */
  async all(): Promise<SignedHead[]> {
    const rows = await this.database.rows<{
      edition: string;
      editionId: string;
      sequence: string;
      hash: string;
    }>(
      `select e.slug as edition, e.id as "editionId", j.sequence, encode(j.hash, 'hex') as hash from edition e
       cross join lateral (select sequence, hash from journal where edition_id = e.id order by sequence desc limit 1) j
       order by e.year, e.id`,
    );
    const at = new Date().toISOString();
    return rows.map((row) => signHead(this.config.secret, { ...row, sequence: Number(row.sequence), at }));
  }

  /** Writes the heads of journals that have grown, or of all. */
  async write(ofAll = true): Promise<void> {
    const heads = await this.all();
    const news = heads.filter((head) => ofAll || this.#written.get(head.editionId) !== head.sequence);
    if (news.length === 0) return;
    await mkdir(this.config.auditHeadsDir, { recursive: true });
    for (const head of news) {
      await writeWhole(this.config.auditHeadsDir, fileOf(head), `${JSON.stringify(head, null, 2)}\n`);
      this.#written.set(head.editionId, head.sequence);
    }
  }
}

/** Another head of the same length gets a file of its own: what was written stays as evidence. */
const fileOf = ({ edition, sequence, hash }: SignedHead) =>
  `${edition}-${String(sequence).padStart(9, '0')}-${hash.slice(0, 12)}.json`;

/** A file is there whole or not at all, whenever the machine dies. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const beside = path.join(folder, `.${name}.${process.pid}`);
  try {
    const file = await open(beside, 'w', 0o644);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path.join(folder, name));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** The heads in a folder, by their file's name; a file that holds none is null. No folder holds no heads. */
export async function headsIn(folder: string): Promise<Map<string, SignedHead | null>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[^.].*\.json$/.test(name)).sort();
  const heads = new Map<string, SignedHead | null>();
  for (const name of names) heads.set(name, readHead(await readFile(path.join(folder, name), 'utf8')));
  return heads;
}

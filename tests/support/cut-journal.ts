import type { Pool } from 'pg';

/** A link of a journal as it is compared later. */
export interface NewestLink {
  sequence: number;
  hash: string;
}

/** The newest link of an edition's journal. */
export async function newestLink(database: Pool, edition: string): Promise<NewestLink> {
  const { rows } = await database.query<{ sequence: string; hash: string }>(
    `select j.sequence, encode(j.hash, 'hex') as hash from journal j join edition e on e.id = j.edition_id
     where e.slug = $1 order by j.sequence desc limit 1`,
    [edition],
  );
  return { sequence: Number(rows[0]?.sequence), hash: rows[0]?.hash ?? '' };
}

/** Cuts the last links off an edition's journal, as only the owner of the database can: nothing else stops them. */
export async function cutJournal(database: Pool, edition: string, links: number): Promise<void> {
  const owner = await database.connect();
  try {
    await owner.query('begin');
    await owner.query(
      'alter table journal disable trigger user; alter table journal_stream disable trigger user',
    );
    const { rows } = await owner.query<{ id: string }>(
      `select j.id from journal j join edition e on e.id = j.edition_id where e.slug = $1
       order by j.sequence desc limit $2`,
      [edition, links],
    );
    const ids = [rows.map(({ id }) => id)];
    await owner.query('delete from journal_detail where journal_id = any($1)', ids);
    await owner.query('delete from journal_stream where journal_id = any($1)', ids);
    await owner.query('delete from journal where id = any($1)', ids);
    await owner.query(
      'alter table journal enable trigger user; alter table journal_stream enable trigger user',
    );
    await owner.query('commit');
  } finally {
    owner.release();
  }
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { verifyHead } from '../commands/audit-heads.ts';
import { verifyAudit } from '../commands/verify-audit.ts';
import { Config } from '../config.ts';
import { type SqlReader, transactionOn } from '../database/database.ts';
import { Changes } from '../live/changes.ts';
import { carryOver } from '../live/move-changes.ts';
import { eventually } from '../testing/eventually.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { AuditorMails } from './auditor-mails.ts';
import { chainHash, genesis, type Link, unkeyedHash } from './chain.ts';
import { type Head, publicKeyOf, readHead } from './heads.ts';
import { headsIn } from './journal-heads.ts';
import { holdsHead, type Verification, verifyChain } from './verify.ts';

const length = 60;
const auditor = 'auditor@court.example';
const forgedSecret = 'what an attacker without the secret takes';

let forum: TestForum;
let edition: TestEdition;
let secret: string;
let folder: string;
let owner: pg.Client;

beforeAll(async () => {
  forum = await startTestForum({ auditorMail: auditor });
  edition = await createTestEdition(forum.database, 2037);
  ({ secret, auditHeadsDir: folder } = forum.app.get(Config));
  owner = new pg.Client({ connectionString: forum.databaseUrl });
  await owner.connect();
  const author = { person: { id: randomUUID(), name: '', mail: '' }, aide: null };
  const change = (version: number) => ({
    ...{ editionId: edition.id, streams: ['public' as const], type: 'edition.changed' as const },
    ...{
      entityId: edition.id,
      version,
      detail: version % 3 === 0 ? null : { before: version - 1, after: version },
    },
  });
  for (let n = 1; n <= length; n += 20)
    await forum.database.write((transaction) =>
      forum.app
        .get(Changes)
        .record(transaction, author, ...Array.from({ length: 20 }, (_, i) => change(n + i))),
    );
  await eventually(
    () => forum.database.rows('select from change'),
    (rows) => rows.length === 0,
  );
});
afterAll(async () => {
  await owner.end();
  await forum.stop();
});

const asOwner: SqlReader = { query: (...given) => transactionOn(owner).query(...given) };

const change = (sql: string, ...parameters: unknown[]) => asOwner.query(sql, parameters);

interface Outcome extends Verification {
  holds: boolean;
}

/** What a verification says once the owner of the database has done `harm`, which is taken back afterwards. */
async function after(harm: () => Promise<unknown>): Promise<Outcome> {
  const head = await headNow();
  await owner.query('begin');
  try {
    await owner.query('alter table journal disable trigger user');
    await owner.query('alter table journal_stream disable trigger user');
    await owner.query('alter table journal drop constraint journal_gapless');
    await harm();
    return { ...(await verifyChain(asOwner, edition.id, secret)), holds: await holdsHead(asOwner, head) };
  } finally {
    await owner.query('rollback');
  }
}

async function headNow(): Promise<Head> {
  const [row] = await asOwner.query<{ sequence: string; hash: string }>(
    `select sequence, encode(hash, 'hex') as hash from journal where edition_id = $1 order by sequence desc limit 1`,
    [edition.id],
  );
  return {
    edition: edition.slug,
    editionId: edition.id,
    sequence: Number(row!.sequence),
    hash: row!.hash,
    at: '',
  };
}

/** Removes links with all that hangs on them. */
async function remove(condition: string): Promise<void> {
  const which = `(select id from journal where edition_id = '${edition.id}' and ${condition})`;
  await change(`delete from journal_detail where journal_id in ${which}`);
  await change(`delete from journal_stream where journal_id in ${which}`);
  await change(`delete from journal where id in ${which}`);
}

/** Numbers the links anew without a gap, and makes all hashes again by `hash`. */
async function remake(hash: (previous: Buffer, link: Link) => Buffer, keyed: boolean): Promise<void> {
  const rows = await asOwner.query<Link & { id: string; at: unknown }>(
    `select id, edition_id as "editionId", type, entity_id as "entityId", version, person_id as "personId",
       acting_for as "actingFor", detail_hash as "detailHash", at
     from journal where edition_id = $1 order by sequence`,
    [edition.id],
  );
  let previous: Buffer = genesis;
  const made = rows.map((row, n) => {
    const before = previous;
    previous = hash(before, { ...row, sequence: n + 1, at: (row.at as unknown as Date).toISOString() });
    return { id: row.id, before, next: previous };
  });
  await change(
    `update journal j set sequence = m.n, previous_hash = m.before, hash = m.next, keyed = $4
     from unnest($1::bigint[], $2::bytea[], $3::bytea[]) with ordinality as m (id, before, next, n) where j.id = m.id`,
    ...[made.map(({ id }) => id), made.map(({ before }) => before), made.map(({ next }) => next), keyed],
  );
}

const set = (sequence: number, assignment: string) =>
  change(`update journal set ${assignment} where edition_id = $1 and sequence = $2`, edition.id, sequence);

const detailOf = (sequence: number) =>
  `journal_id = (select id from journal where edition_id = '${edition.id}' and sequence = ${sequence})`;

const run = async (...args: string[]) => {
  const said: string[] = [];
  const { app, database } = forum;
  const print = (line: string) => void said.push(line);
  const code = await verifyAudit.run({ app, database, config: app.get(Config), print }, args);
  return { code, said: said.join('\n') };
};

describe('a journal that its owner has tampered with', () => {
  it.each<[string, () => Promise<unknown>, number, string]>([
    ['an edited link', () => set(10, `type = 'star.changed'`), 10, 'its content was changed'],
    ['another author', () => set(10, 'person_id = uuidv7()'), 10, 'its content was changed'],
    ['a removed link', () => remove('sequence = 10'), 11, 'link 10 is missing'],
    [
      'two links that changed places',
      () =>
        change(
          'update journal set sequence = 21 - sequence where edition_id = $1 and sequence in (10, 11)',
          edition.id,
        ),
      10,
      'it does not follow the link before it',
    ],
    [
      'an edited detail',
      () => change(`update journal_detail set detail = '{"after": 1}' where ${detailOf(10)}`),
      10,
      'its detail was changed',
    ],
    [
      'a removed detail',
      () => change(`delete from journal_detail where ${detailOf(10)}`),
      10,
      'its detail is gone, and no erasure says so',
    ],
    [
      'a removed detail and a forged record of an erasure',
      async () => {
        await change(`delete from journal_detail where ${detailOf(10)}`);
        await change(
          `insert into change (edition_id, streams, type, entity_id, version, detail)
           values ($1, array['public'], 'journal.erased', $1, 1, '{"seal": "00", "sequences": [10]}')`,
          edition.id,
        );
      },
      10,
      'its detail is gone, and no erasure says so',
    ],
    [
      'a removed link, numbers and hashes made again without the secret',
      async () => {
        await remove('sequence = 10');
        await remake((previous, link) => chainHash(forgedSecret, previous, link), true);
      },
      1,
      'its content was changed',
    ],
    [
      'the same from that link on alone',
      async () => {
        await remove('sequence = 10');
        const held = (link: Link) => link.sequence < 10;
        await remake((previous, link) => chainHash(held(link) ? secret : forgedSecret, previous, link), true);
      },
      10,
      'its content was changed',
    ],
    [
      'all links made again as if none had ever been keyed',
      async () => {
        await remove('sequence = 10');
        await remake(unkeyedHash, false);
      },
      length - 1,
      'no link is keyed, so anybody could have made them; the forum carries an older journal over when it starts',
    ],
    [
      'a link that says it is not keyed',
      () => set(10, 'keyed = false'),
      10,
      'it is not keyed, but the link before it is',
    ],
  ])('is found: %s', async (_, harm, sequence, why) => {
    expect((await after(harm)).broken).toEqual({ sequence, why });
  });

  it('shows that its last 20 links were cut when a head is kept, and only then', async () => {
    const cut = await after(() => remove(`sequence > ${length - 20}`));
    expect(cut).toMatchObject({ links: length - 20, broken: null, holds: false });
  });

  it('holds when nothing was done', async () => {
    const nothing = await after(() => Promise.resolve());
    expect(nothing).toEqual({ links: length, erased: 0, seam: null, broken: null, holds: true });
  });

  it('is found whatever was done, and however much was made again without the secret', async () => {
    const forge = fc.constantFrom('nothing', 'unkeyed', 'keyed otherwise');
    const harms: Record<string, (n: number, k: number) => Promise<unknown>> = {
      version: (n, k) => set(n, `version = version + ${k}`),
      author: (n) => set(n, 'person_id = null'),
      principal: (n) => set(n, 'acting_for = uuidv7()'),
      entity: (n) => set(n, 'entity_id = uuidv7()'),
      time: (n, k) => set(n, `at = at + ${k} * interval '1 second'`),
      hash: (n) => set(n, `hash = '\\x00'`),
      before: (n) => set(n, `previous_hash = '\\x00'`),
      unkeyed: (n) => set(n, 'keyed = false'),
      removal: (n) => remove(`sequence = ${n}`),
      cut: (n) => remove(`sequence >= ${n}`),
      detail: (n) => change(`delete from journal_detail where ${detailOf(n - (n % 3) + 1)}`),
    };
    const found = (harm: string) =>
      fc.asyncProperty(
        fc.integer({ min: 1, max: length }),
        fc.integer({ min: 1, max: 50 }),
        forge,
        async (n, k, forged) => {
          const outcome = await after(async () => {
            await harms[harm]!(Math.min(n, harm === 'detail' ? length - 2 : n), k);
            if (forged === 'unkeyed') await remake(unkeyedHash, false);
            if (forged === 'keyed otherwise')
              await remake((previous, link) => chainHash(forgedSecret, previous, link), true);
          });
          expect({ harm, ...outcome, isFound: outcome.broken !== null || !outcome.holds }).toMatchObject({
            isFound: true,
          });
        },
      );
    for (const harm of Object.keys(harms)) await fc.assert(found(harm), { numRuns: 2 });
  });
});

describe('a journal of the time before links were keyed', () => {
  /** As the version before left it: with hashes that anybody can make, and a detail that was erased without a record. */
  const asBefore = async () => {
    await remake(unkeyedHash, false);
    await change(`delete from journal_detail where ${detailOf(4)}`);
  };

  it('is carried over by one keyed link, which vouches for the newest before it and names what was erased', async () => {
    const carried = await after(async () => {
      await asBefore();
      expect(await carryOver(owner, secret)).toEqual([edition.id]);
      expect(await carryOver(owner, secret)).toEqual([]);
    });
    const seam = { sequence: length + 1, at: expect.any(String) };
    expect(carried).toMatchObject({ links: length + 1, erased: 1, seam, broken: null });
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ['a link is edited', () => set(10, 'person_id = null'), 10],
    ['a detail is removed', () => change(`delete from journal_detail where ${detailOf(10)}`), 10],
    [
      'a link is edited and all before the seam is made again',
      () => set(10, 'version = 7').then(remakeOld),
      length + 1,
    ],
  ])('is found when afterwards %s', async (_, harm, sequence) => {
    const outcome = await after(async () => {
      await asBefore();
      await carryOver(owner, secret);
      await harm();
    });
    expect(outcome.broken?.sequence).toBe(sequence);
  });

  /** All links but the keyed one, which cannot be made again. */
  async function remakeOld(): Promise<void> {
    const [seam] = await asOwner.query<{ hash: Buffer; previous: Buffer }>(
      'select hash, previous_hash as previous from journal where keyed and edition_id = $1',
      [edition.id],
    );
    await remake(unkeyedHash, false);
    await change(
      'update journal set keyed = true, hash = $2, previous_hash = $3 where edition_id = $1 and sequence = $4',
      ...[edition.id, seam!.hash, seam!.previous, length + 1],
    );
  }
});

describe('the running server', () => {
  it('can remove no detail of the journal', async () => {
    await expect(forum.database.rows('delete from journal_detail')).rejects.toThrow('permission denied');
  });
});

describe('the heads of a journal', () => {
  const newest = async () => [...(await headsIn(folder)).values()].at(-1) ?? null;

  it('are written after 20 links, whole and signed, and checked with the public key alone', async () => {
    const head = await eventually(newest, (found) => found !== null && found.sequence >= length - 20);
    expect(head).toMatchObject({ edition: edition.slug, editionId: edition.id });
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    const file = path.join(folder, (await readdir(folder)).sort().at(-1)!);
    const said: string[] = [];
    const check = (key: string) =>
      verifyHead.run(
        (line) => said.push(line),
        () => undefined,
        [file, '--key', key],
      );
    expect(await check(publicKeyOf(secret))).toBe(0);
    expect(said).toEqual([
      `${head!.edition}: link ${head!.sequence} is ${head!.hash}, signed on ${head!.at}`,
    ]);
    expect(await check(publicKeyOf(forgedSecret))).toBe(1);
    expect(await readFile(file, 'utf8')).not.toContain(secret);
  });

  it('are written by the node that numbers changes, and by no other', async () => {
    const second = await startTestForum({ databaseUrl: forum.databaseUrl });
    await second.database.rows('select 1');
    expect((await headsIn(second.app.get(Config).auditHeadsDir)).size).toBe(0);
    await second.stop();
  });

  it('are mailed to the auditor once a day, in a form that is read again', async () => {
    const mails = forum.app.get(AuditorMails);
    await mails.mail();
    await mails.mail();
    const sent = await forum.database.rows<{ body: string }>('select body from mail where recipient = $1', [
      auditor,
    ]);
    expect(sent).toHaveLength(1);
    const head = readHead(sent[0]!.body);
    const { sequence, hash } = await headNow();
    expect(head).toMatchObject({ edition: edition.slug, sequence, hash });
  });

  it('are compared by verify-audit, which finds a forged one and a cut tail', async () => {
    const { sequence, hash } = await headNow();
    expect(await run('--expect', `${edition.slug}:${sequence}:${hash}`)).toMatchObject({ code: 0 });
    expect(await run('--expect', `${edition.slug}:${sequence}:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect(await run('--expect', `${edition.slug}:${sequence + 1}:${hash}`)).toMatchObject({ code: 1 });

    const forged = path.join(folder, `${edition.slug}-999999999-forged.json`);
    await writeFile(forged, JSON.stringify({ ...(await newest()), sequence: 3 }));
    expect(await run()).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not a head that this forum has signed'),
    });
    await writeFile(forged, '{"edition": "cut of');
    expect((await run()).code).toBe(1);
    await rm(forged);
    expect((await run()).code).toBe(0);

    await owner.query('begin');
    await owner.query('alter table journal disable trigger user');
    await owner.query('alter table journal_stream disable trigger user');
    await remove(`sequence > ${length - 20}`);
    await owner.query('commit');
    const { code, said } = await run(edition.slug);
    expect(code).toBe(1);
    expect(said).toContain(`${length - 20} links hold`);
    expect(said).toContain('cut or made again: link ');
  });
});

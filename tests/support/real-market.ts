import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { SignedIn } from './signed-in.ts';

/** An exhibitor of a list; categories are free text and may be missing. */
export interface Exhibitor {
  name: string;
  country: string;
  category: string[];
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The exhibitors of some lists, each name once. Where a list tells no categories, they are drawn from those that the
 * others tell.
 */
export function exhibitorsOf(files: readonly string[], draw: () => number): Exhibitor[] {
  const read = files.flatMap(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as { exhibitors: Partial<Exhibitor>[] }).exhibitors,
  );
  const told = read.flatMap(({ category }) => (category?.length ? [category] : []));
  const byName = new Map<string, Exhibitor>();
  for (const { name, country, category } of read) {
    if (!name || !country || byName.has(name.toLowerCase())) continue;
    const drawn = told[Math.floor(draw() * told.length)] ?? [];
    byName.set(name.toLowerCase(), { name, country, category: category?.length ? category : drawn });
  }
  return [...byName.values()];
}

/** Gives each firm a representative in a team, accredited, without anybody signing in. */
export async function sendEverybody(pool: Pool, edition: string, firmIds: readonly string[]): Promise<void> {
  await pool.query(
    `with wanted as (select firm, n, uuidv7() as person, uuidv7() as team, uuidv7() as delegate
       from unnest($2::uuid[]) with ordinality as f (firm, n)),
     host as (select id from edition where slug = $1),
     people as (insert into person (id, mail, display_name, sort_key)
       select person, 'market-' || n || '-' || $3 || '@market.example', 'Representative ' || n, 'representative ' || n from wanted),
     teams as (insert into team (id, edition_id, firm_id, name) select team, host.id, firm, 'Team' from wanted, host),
     delegates as (insert into delegate (id, edition_id, person_id, firm_id, state, category, organisation, country,
         display_name, sort_key)
       select delegate, host.id, person, firm, 'accredited', 'industry', 'Firm', 'KR', 'Representative ' || n, 'representative ' || n
       from wanted, host),
     confirmed as (insert into representation (edition_id, firm_id, delegate_id, confirmed_at)
       select host.id, firm, delegate, now() from wanted, host)
     insert into team_member (edition_id, team_id, delegate_id) select host.id, team, delegate from wanted, host`,
    [edition, firmIds, randomUUID().slice(0, 8)],
  );
}

interface Suggested {
  suggested: { offers: { capability: string; mode: string }[] };
}

const line = (capability: string, mode: string) => ({
  capability,
  mode,
  maturity: null,
  capacity: null,
  leadTimeWeeks: null,
  note: null,
});

/** Confirms for each firm the offers that its categories suggest, and needs drawn from what others offer. */
export async function confirmProfiles(
  desk: SignedIn,
  edition: string,
  firmIds: readonly string[],
  draw: () => number,
): Promise<void> {
  const profileAt = (firm: string) => `/editions/${edition}/firms/${firm}/profile`;
  const offers = await inTurns(firmIds, async (firm) =>
    (await desk.get<Suggested>(profileAt(firm))).suggested.offers.slice(0, 6),
  );
  const market = offers.flat().map(({ capability }) => capability);
  const sizes = ['micro', 'small', 'medium', 'large', 'prime'];
  const contents = firmIds.map((_, n) => {
    const own = new Map(offers[n]!.map((offer) => [`${offer.capability} ${offer.mode}`, offer]));
    const needs = new Set(Array.from({ length: 5 }, () => market[Math.floor(draw() * market.length)] ?? ''));
    return {
      size: sizes[Math.floor(draw() * sizes.length)],
      establishedIn: null,
      controlledFrom: null,
      interests: null,
      offers: [...own.values()].map(({ capability, mode }) => line(capability, mode)),
      needs: [...needs].filter(Boolean).map((capability) => line(capability, 'supply')),
    };
  });
  await inTurns(firmIds, (firm, n) =>
    desk.send('PUT', profileAt(firm), { version: 0, confirmed: true, content: contents[n] }),
  );
}

interface Suggestions {
  matching: { newer: 'none' | 'computing' | 'delayed' };
  rows: { firm: { id: string }; score: number; terms: { points: number }[] }[] | null;
}

/** The firms that each firm is suggested to meet, best first, with the sum of the terms of each beside its score. */
export function suggestionsOf(desk: SignedIn, edition: string, firmIds: readonly string[]) {
  return inTurns(firmIds, async (firm) => {
    const ask = () => desk.get<Suggestions>(`/editions/${edition}/firms/${firm}/suggestions`);
    let answer = await ask();
    while (answer.rows === null || answer.matching.newer !== 'none') {
      await pause(200);
      answer = await ask();
    }
    return answer.rows.map((row) => ({
      id: row.firm.id,
      score: row.score,
      sum: row.terms.reduce((total, { points }) => total + points, 0),
    }));
  });
}

/** Works on many things, twelve at a time; answers in their order. */
async function inTurns<Item, Answer>(
  items: readonly Item[],
  work: (item: Item, place: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const one = async () => {
    for (let place = next++; place < items.length; place = next++)
      answers[place] = await work(items[place]!, place);
  };
  await Promise.all(Array.from({ length: 12 }, one));
  return answers;
}

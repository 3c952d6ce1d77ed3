import { whoAmI } from '@forum/contract/identity';
import { frontPage, readEdition } from '@forum/contract/editions';
import { readProgramme, readStars } from '@forum/contract/programme';
import { type Query, type QueryClient } from '@tanstack/react-query';

/** What may be read without network: the programme and one's own stars. Restricted sessions and other people never. */
const kept: ReadonlySet<string> = new Set(
  [frontPage, readEdition, readProgramme, readStars, whoAmI].map((route) => route.path),
);

const storedAs = 'forum-kept';

interface Kept {
  key: readonly unknown[];
  data: unknown;
  at: number;
}

/** Shows what was read last until the server answers, and keeps what is read now for the next time without network. */
export function keepOffline(client: QueryClient): void {
  for (const { key, data, at } of readKept()) client.setQueryData(key, data, { updatedAt: at });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    if (isSignedOut(event.query)) return forgetKept();
    if (!kept.has(String(event.query.queryKey[0]))) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => writeKept(client), 2_000);
  });
}

/** Forgets all that this device has kept: somebody signed out, or may see less than before. */
export function forgetKept(): void {
  localStorage.removeItem(storedAs);
}

const isSignedOut = (query: Query) => query.queryKey[0] === whoAmI.path && query.state.data === null;

function readKept(): Kept[] {
  try {
    return JSON.parse(localStorage.getItem(storedAs) ?? '[]') as Kept[];
  } catch {
    return [];
  }
}

function writeKept(client: QueryClient): void {
  const entries = client
    .getQueryCache()
    .findAll({ predicate: (query) => kept.has(String(query.queryKey[0])) && query.state.data !== undefined })
    .map((query): Kept => ({ key: query.queryKey, data: query.state.data, at: query.state.dataUpdatedAt }));
  try {
    localStorage.setItem(storedAs, JSON.stringify(entries));
  } catch {
    // A full or forbidden store: the app works, only not without network.
    forgetKept();
  }
}

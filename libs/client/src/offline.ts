import { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';
import type { Query, QueryClient } from '@tanstack/query-core';
import { deviceStore, type KeptStore } from './offline/kept-store.ts';
import { keptOf } from './offline/what-is-kept.ts';
import { forgetLooks } from './offline/last-look.ts';
import { forgetTypedForms } from './offline/typed-form.ts';
import type { RouteKey } from './query.ts';

type Me = RouteOutput<typeof whoAmI>;

/** What a device keeps for the time without network. */
export interface OfflineKeeping {
  /** Settles once what was kept is shown, or there was nothing. */
  restored: Promise<void>;
  /** Forgets all of it, and what was typed, at sign-out; what was read before is not kept again. */
  wipe(): Promise<void>;
  stop(): void;
}

const saveAfter = 1000;

/**
 * Shows what this device kept until the forum answers, and keeps what it answers. All is wiped when somebody signs out,
 * another signs in or acts for another, or an accreditation ends. A device without a store goes without.
 *
 * @param forgetMore what else the device keeps of its reader and then has to forget
 */
export function keepOffline(
  client: QueryClient,
  store: KeptStore = deviceStore(),
  forgetMore: () => Promise<void> = () => Promise.resolve(),
): OfflineKeeping {
  let reader: Me | undefined;
  let wipedAt = 0;
  let saving: ReturnType<typeof setTimeout> | undefined;
  // One after the other, so that nothing that was about to be kept lands behind a wipe.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    last = last.then(work).catch(() => undefined);
    return last.then(() => undefined);
  };

  const wipe = (at = Date.now()) => {
    clearTimeout(saving);
    wipedAt = at;
    forgetTypedForms();
    forgetLooks();
    return inTurn(() => Promise.all([store.clear(), forgetMore()]));
  };
  const save = () => {
    const queries = client
      .getQueryCache()
      .findAll({ predicate: ({ state }) => state.data !== undefined && state.dataUpdatedAt >= wipedAt });
    const kept = queries.map(({ queryKey, state }) =>
      keptOf(queryKey as unknown as RouteKey, state.data, state.dataUpdatedAt, reader ?? null),
    );
    return inTurn(() => store.put(kept.filter((entry) => entry !== null)));
  };
  const read = (me: Me, at: number) => {
    const before = reader;
    reader = me;
    if (before === undefined || !mayKeepLess(before, me)) return;
    void wipe(at);
    const isOfBefore = (query: Query) => query.state.dataUpdatedAt < at;
    client.removeQueries({ type: 'inactive', predicate: isOfBefore });
    // What another read must not stay on the screen until the forum answers, nor begin a form.
    void (isOther(before, me)
      ? client.resetQueries({ predicate: isOfBefore })
      : client.invalidateQueries({ predicate: isOfBefore }));
  };

  const restored = inTurn(async () => {
    for (const { key, data, at } of await store.all()) {
      if (key[0] === whoAmI.path) reader ??= data as Me;
      if (client.getQueryData(key) === undefined) client.setQueryData(key, data, { updatedAt: at });
    }
  });
  const unsubscribe = client.getQueryCache().subscribe(({ type, query, ...event }) => {
    if (type !== 'updated' || !('action' in event) || event.action.type !== 'success') return;
    // What was restored was kept already.
    if (event.action.manual && query.state.dataUpdateCount <= 1) return;
    void restored.then(() => {
      if (query.queryKey[0] === whoAmI.path) read(query.state.data as Me, query.state.dataUpdatedAt);
      clearTimeout(saving);
      saving = setTimeout(() => void save(), saveAfter);
    });
  });

  return {
    restored,
    wipe: () => wipe(),
    stop() {
      clearTimeout(saving);
      unsubscribe();
    },
  };
}

/** Whether somebody else reads here now, or the same for somebody else. */
const isOther = (before: Me, now: Me): boolean =>
  before?.id !== now?.id || before?.actingFor?.aide !== now?.actingFor?.aide;

/** Whether the device now belongs to somebody else, or to somebody who may see less. */
function mayKeepLess(before: Me, now: Me): boolean {
  if (isOther(before, now)) return true;
  return (before?.editions ?? []).some(
    ({ slug, accredited }) => accredited && !now?.editions.find((one) => one.slug === slug)?.accredited,
  );
}

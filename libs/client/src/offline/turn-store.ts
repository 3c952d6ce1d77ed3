import { type DBSchema, openDB } from 'idb';
import type { StarTurn, TurnStore } from './waiting-stars.ts';

interface StarsOnDevice extends DBSchema {
  turn: { key: string; value: StarTurn };
}

/**
 * The store in IndexedDB, opened when it is first used: a database of its own, because a new store in the other would
 * wait for every tab of an older version to close. A device without one remembers until the tab is closed.
 */
export function deviceTurnStore(): TurnStore {
  const open = () =>
    openDB<StarsOnDevice>('forum-stars', 1, {
      upgrade: (database) => void database.createObjectStore('turn', { keyPath: 'id' }),
    });
  const inMemory = new Map<string, StarTurn>();
  let opened: ReturnType<typeof open> | undefined;
  const device = () => (opened ??= open()).catch(() => null);
  return {
    all: async () => (await device())?.getAll('turn') ?? [...inMemory.values()],
    async put(turn) {
      inMemory.set(turn.id, turn);
      await (await device())?.put('turn', turn);
    },
    async remove(turn) {
      if (inMemory.get(turn.id)?.on === turn.on) inMemory.delete(turn.id);
      const transaction = (await device())?.transaction('turn', 'readwrite');
      if ((await transaction?.store.get(turn.id))?.on === turn.on) await transaction?.store.delete(turn.id);
      await transaction?.done;
    },
    async clear() {
      inMemory.clear();
      await (await device())?.clear('turn');
    },
  };
}

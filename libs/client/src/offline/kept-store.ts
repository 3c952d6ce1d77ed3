import { type DBSchema, openDB } from 'idb';
import type { Kept } from './what-is-kept.ts';

/** Where a device keeps what may be read without network. */
export interface KeptStore {
  all(): Promise<Kept[]>;
  put(entries: readonly Kept[]): Promise<void>;
  clear(): Promise<void>;
}

interface ForumOnDevice extends DBSchema {
  kept: { key: string; value: Kept };
}

/** The store in IndexedDB; opened when it is first used. */
export function deviceStore(): KeptStore {
  const open = () =>
    openDB<ForumOnDevice>('forum', 1, {
      upgrade: (database) => void database.createObjectStore('kept', { keyPath: 'id' }),
    });
  let opened: ReturnType<typeof open> | undefined;
  const database = () => (opened ??= open());
  return {
    all: async () => (await database()).getAll('kept'),
    async put(entries) {
      const transaction = (await database()).transaction('kept', 'readwrite');
      await Promise.all([...entries.map((entry) => transaction.store.put(entry)), transaction.done]);
    },
    clear: async () => (await database()).clear('kept'),
  };
}

import type { Transaction } from './database.ts';

/**
 * The advisory locks of PostgreSQL, each a space of keys of its own, so that two subjects never wait for each
 * other by accident.
 */
export const locks = {
  demoForum: 7,
  rotation: 8,
  firms: 4,
  /** An edition: shared by those who reserve in it, alone by those who move the whole. */
  reservationsOfEdition: 1,
  /** What is reserved: a person, a table, an interpreter. */
  reservedResource: 2,
  /** A firm that requests meetings: what is open of it is counted. */
  meetingRequests: 3,
  capabilities: 5,
  /** A firm that says what it wants of the planner: its wishes and its preferred times. */
  wishes: 6,
  signInCodes: 9,
  aideInvitations: 10,
  worksheets: 30,
  outcomes: 32,
} as const;

/** Locks for a whole database, held by a connection and not by a transaction. */
export const sessionLocks = { migrations: 7_301, sequencer: 7_302 } as const;

export type LockName = keyof typeof locks;

/** Waits until this transaction alone holds `key` of a lock; it is released when the transaction ends. */
export async function lock(transaction: Transaction, name: LockName, key = ''): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [key, locks[name]]);
}

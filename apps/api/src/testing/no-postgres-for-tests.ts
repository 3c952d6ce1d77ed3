/** Jest's global tear-down: ends what the set-up started. */
export default async function stop(): Promise<void> {
  await (globalThis as { stopTestPostgres?: () => Promise<void> }).stopTestPostgres?.();
}

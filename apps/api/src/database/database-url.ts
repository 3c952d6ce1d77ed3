/** Where the database is reached, for connections outside the pool. */
export class DatabaseUrl {
  constructor(readonly value: string) {}
}

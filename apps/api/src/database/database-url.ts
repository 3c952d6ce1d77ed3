/** Who signs in to the database: the login that serves, and the owner, which migrates. */
export interface DatabaseLogins {
  /** The login of the running server. */
  server: string;
  /** The owner of the database; the same as `server` where only one login is given. */
  owner: string;
}

/** Where the running server reaches the database, for the pool and for connections outside it. */
export class DatabaseUrl {
  readonly value: string;
  readonly #takesRole: boolean;

  /** @param owner The owner's login, for a command that needs it; the running server has none. */
  private constructor(
    logins: DatabaseLogins,
    readonly owner: string | null,
  ) {
    this.value = logins.server;
    this.#takesRole = logins.owner === logins.server;
  }

  /** For a server: it serves, and cannot reach the owner any more where the owner has a login of its own. */
  static forServing(logins: DatabaseLogins): DatabaseUrl {
    return new DatabaseUrl(logins, null);
  }

  /** For the command line, which also erases what the server may not touch. */
  static forCommands(logins: DatabaseLogins): DatabaseUrl {
    return new DatabaseUrl(logins, logins.owner);
  }

  /**
   * The start options of a connection with these settings. A login that owns the database takes the role that owns
   * nothing first; a login of the server has no other rights, and no role to take.
   */
  options(...settings: readonly string[]): string {
    const role = this.#takesRole ? ['role=forum_server'] : [];
    return [...role, ...settings].map((setting) => `-c ${setting}`).join(' ');
  }
}

import { Injectable } from '@nestjs/common';
import { editionSlug } from '@forum/contract/scalars';
import { DomainError } from '@forum/domain/errors';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import {
  type EditionRef,
  noStanding,
  type Standing,
  type Viewer,
  type ViewerPerson,
} from '../http/viewer.ts';
import { hashOf } from './secrets.ts';
import { secretIn, sessionLifetime } from './session-cookie.ts';

interface SessionRow {
  sessionId: string;
  person: ViewerPerson;
  aide: ViewerPerson | null;
  secretariat: boolean;
}

interface Cached<Value> {
  value: Promise<Value>;
  until: number;
}

const freshFor = 2_000;
const mostCached = 50_000;

/**
 * Tells who sends a request. Sessions, standings and editions are remembered for at most two seconds and dropped at
 * once when the journal says that they changed, so that ten thousand phones do not become ten thousand questions.
 */
@Injectable()
export class Viewers {
  readonly #remembered = new Map<string, Cached<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** The viewer behind a Cookie header, in the edition of a slug; an edition that they may not know of is not there. */
  async of(cookie: string | undefined, slug: string | null): Promise<Viewer> {
    const secret = secretIn(cookie, this.config);
    const session = secret ? await this.#remember(`session:${secret}`, () => this.#session(secret)) : null;
    const named = editionSlug.safeParse(slug);
    const edition = named.success ? await this.#edition(named.data) : null;
    if (slug !== null && (!edition || (edition.phase === 'planned' && !session?.secretariat))) {
      throw new DomainError('not_found', { edition: slug }, `There is no edition ${slug}.`);
    }
    return {
      sessionId: session?.sessionId ?? null,
      person: session?.person ?? null,
      aide: session?.aide ?? null,
      secretariat: session?.secretariat ?? false,
      edition,
      standing: await this.#standing(session, edition),
    };
  }

  /** The edition of a slug, or null. */
  #edition(slug: string): Promise<EditionRef | null> {
    return this.#remember(`edition:${slug}`, () =>
      this.database.row<EditionRef>('select id, slug, zone, phase from edition where slug = $1', [slug]),
    );
  }

  #standing(session: SessionRow | null, edition: EditionRef | null): Promise<Standing> | Standing {
    if (!session) return noStanding;
    if (!edition) return session.secretariat ? { ...noStanding, roles: ['organiser'] } : noStanding;
    return this.#remember(`standing:${session.person.id}:${edition.id}`, async () => {
      const row = await this.database.row<Standing>(
        `select roles, accredited, delegate_id as "delegateId", firm_id as "firmId", delegation_ids as "delegationIds",
                team_ids as "teamIds", session_ids as "sessionIds"
         from standing_of($1, $2)`,
        [session.person.id, edition.id],
      );
      return row ?? noStanding;
    });
  }

  /** Which of these Cookie headers name a session that has ended; those that name none at all are visitors and stay. */
  async ended(cookies: readonly string[]): Promise<Set<string>> {
    const secrets = new Map(cookies.map((cookie) => [cookie, secretIn(cookie, this.config)]));
    const hashes = [...secrets.values()].filter((secret) => secret !== null).map(hashOf);
    const standing = await this.database.rows<{ hash: string }>(
      `select encode(secret_hash, 'hex') as hash from sign_in_session where secret_hash = any($1::bytea[]) and expires_at > now()`,
      [hashes],
    );
    const known = new Set(standing.map((row) => row.hash));
    const hasEnded = (secret: string | null) => secret !== null && !known.has(hashOf(secret).toString('hex'));
    return new Set(cookies.filter((cookie) => hasEnded(secrets.get(cookie) ?? null)));
  }

  /** Drops all that is remembered: rights, an edition or a session changed somewhere. */
  forget(): void {
    this.#remembered.clear();
  }

  async #session(secret: string): Promise<SessionRow | null> {
    const row = await this.database.row<SessionRow & { idle: boolean }>(
      `select s.id as "sessionId", s.last_seen_at < now() - interval '10 minutes' as idle,
         json_build_object('id', principal.id, 'name', principal.display_name, 'mail', principal.mail) as person,
         case when s.acting_for is not null
           then json_build_object('id', me.id, 'name', me.display_name, 'mail', me.mail) end as aide,
         principal.secretariat
       from sign_in_session s
       join person me on me.id = s.person_id
       join person principal on principal.id = coalesce(s.acting_for, s.person_id)
       where s.secret_hash = $1 and s.expires_at > now()`,
      [hashOf(secret)],
    );
    if (row?.idle) await this.#seen(row.sessionId);
    return row;
  }

  async #seen(sessionId: string): Promise<void> {
    await this.database.rows(
      `update sign_in_session set last_seen_at = now(), expires_at = now() + $2 * interval '1 millisecond' where id = $1`,
      [sessionId, sessionLifetime],
    );
  }

  #remember<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#remembered.get(key) as Cached<Value> | undefined;
    const now = Date.now();
    if (known && known.until > now) return known.value;
    if (this.#remembered.size > mostCached) this.#remembered.clear();
    const value = read();
    this.#remembered.set(key, { value, until: now + freshFor });
    value.catch(() => this.#remembered.delete(key));
    return value;
  }
}

import { Injectable } from '@nestjs/common';
import { editionSlug } from '@forum/contract/scalars';
import { DomainError } from '@forum/domain/errors';
import { isFactorFresh, usableRoles } from '@forum/domain/identity/second-factor';
import { Config, isOnLoopback } from '../config.ts';
import { Database } from '../database/database.ts';
import {
  type EditionRef,
  noStanding,
  type Standing,
  type Viewer,
  type ViewerPerson,
} from '../http/viewer.ts';
import { hasFactor } from './factors/factor-holders.ts';
import { Remembered } from './remembered.ts';
import { hashOf } from './secrets.ts';
import { SessionAges } from './session-ages.ts';
import { secretIn } from './session-cookie.ts';

interface SessionRow {
  sessionId: string;
  person: ViewerPerson;
  aide: ViewerPerson | null;
  secretariat: boolean;
  factorAt: number | null;
  /** Whoever sits there has set up a second factor. */
  enrolled: boolean;
}

/**
 * Tells who sends a request. Sessions, standings and editions are remembered for at most two seconds and dropped at
 * once when the journal says that they changed, so that ten thousand phones do not become ten thousand questions.
 */
@Injectable()
export class Viewers {
  readonly #remembered = new Remembered();

  constructor(
    private readonly database: Database,
    private readonly ages: SessionAges,
    private readonly config: Config,
  ) {}

  /** The viewer behind a Cookie header, in the edition of a slug; an edition that they may not know of is not there. */
  async of(cookie: string | undefined, slug: string | null, isWrite = false): Promise<Viewer> {
    const secret = secretIn(cookie, this.config);
    const remembered = secret
      ? await this.#remembered.read(`session:${secret}`, () => this.#session(secret))
      : null;
    // A proof may have reached another node a moment ago: a write is not refused by what is remembered here.
    const isStale = isWrite && remembered?.enrolled && !isFactorFresh(remembered.factorAt, Date.now());
    const session = secret && isStale ? await this.#session(secret) : remembered;
    const named = editionSlug.safeParse(slug);
    const edition = named.success ? await this.#edition(named.data) : null;
    if (slug !== null && (!edition || !maySee(edition, session))) {
      throw new DomainError('not_found', { edition: slug }, `There is no edition ${slug}.`);
    }
    return viewerOf(session, edition, await this.#standing(session, edition));
  }

  /** The session that a Cookie header names, or null. */
  async sessionOf(cookie: string | undefined): Promise<string | null> {
    const secret = secretIn(cookie, this.config);
    if (!secret) return null;
    const session = await this.#remembered.read(`session:${secret}`, () => this.#session(secret));
    return session?.sessionId ?? null;
  }

  /** The same viewer if everything about them is in memory; null says nothing. */
  known(cookie: string | undefined, slug: string): Viewer | null {
    const secret = secretIn(cookie, this.config);
    const session = secret ? this.#remembered.known<SessionRow | null>(`session:${secret}`) : { is: null };
    const edition = this.#remembered.known<EditionRef | null>(`edition:${slug}`)?.is;
    if (!session || !edition || !maySee(edition, session.is)) return null;
    const standing = session.is
      ? this.#remembered.known<Standing>(standingKey(session.is, edition))
      : { is: noStanding };
    return standing && viewerOf(session.is, edition, standing.is);
  }

  /** Links that a demonstration prints count as both factors, and only where nobody else can read them. */
  get #printedLinksCount(): boolean {
    return this.config.demo && isOnLoopback(this.config.baseUrl);
  }

  /** The edition of a slug, or null. */
  #edition(slug: string): Promise<EditionRef | null> {
    return this.#remembered.read(`edition:${slug}`, () =>
      this.database.row<EditionRef>('select id, slug, zone, phase from edition where slug = $1', [slug]),
    );
  }

  #standing(session: SessionRow | null, edition: EditionRef | null): Promise<Standing> | Standing {
    if (!session) return noStanding;
    if (!edition) return session.secretariat ? { ...noStanding, roles: ['organiser'] } : noStanding;
    return this.#remembered.read(standingKey(session, edition), async () => {
      const row = await this.database.row<Standing>(
        `select roles, accredited, delegate_id as "delegateId", firm_id as "firmId", delegation_ids as "delegationIds",
                team_ids as "teamIds", session_ids as "sessionIds"
         from standing_of($1, $2)`,
        [session.person.id, edition.id],
      );
      return row ?? noStanding;
    });
  }

  /**
   * As whom each of these Cookie headers acts by now, as the database says; null when its session has ended. Those that
   * name no session at all are visitors and not in the answer.
   */
  async personsOf(cookies: readonly string[]): Promise<Map<string, string | null>> {
    const hashes = new Map(
      cookies.flatMap((cookie) => {
        const secret = secretIn(cookie, this.config);
        return secret ? [[cookie, hashOf(secret)] as const] : [];
      }),
    );
    const sessions = await this.database.rows<{ hash: string; personId: string }>(
      `select encode(secret_hash, 'hex') as hash, coalesce(acting_for, person_id) as "personId" from sign_in_session
       where secret_hash = any($1::bytea[]) and expires_at > now() and (ends_at is null or ends_at > now())`,
      [[...hashes.values()]],
    );
    const persons = new Map(sessions.map(({ hash, personId }) => [hash, personId]));
    return new Map(
      [...hashes].map(([cookie, hash]) => [cookie, persons.get(hash.toString('hex')) ?? null] as const),
    );
  }

  /** Drops all that is remembered: rights, an edition or a session changed somewhere. */
  forget(): void {
    this.#remembered.forget();
  }

  async #session(secret: string): Promise<SessionRow | null> {
    const row = await this.database.row<SessionRow & { isDue: boolean }>(
      `select s.id as "sessionId",
         s.last_seen_at < now() - interval '10 minutes' or s.ends_at is null or s.ends_at <= now() as "isDue",
         json_build_object('id', principal.id, 'name', principal.display_name, 'mail', principal.mail) as person,
         case when s.acting_for is not null
           then json_build_object('id', me.id, 'name', me.display_name, 'mail', me.mail) end as aide,
         principal.secretariat,
         case when s.by_printed_link and $2 then 'infinity'
           else extract(epoch from s.factor_at) * 1000 end::float8 as "factorAt", ${hasFactor('me.id')} as enrolled
       from sign_in_session s
       join person me on me.id = s.person_id
       join person principal on principal.id = coalesce(s.acting_for, s.person_id)
       where s.secret_hash = $1 and s.expires_at > now()`,
      [hashOf(secret), this.#printedLinksCount],
    );
    return row?.isDue && !(await this.ages.goesOn(row.sessionId)) ? null : row;
  }
}

/** An edition that is only planned is known to the secretariat alone. */
function maySee(edition: EditionRef, session: SessionRow | null): boolean {
  return edition.phase !== 'planned' || isSecretariat(session);
}

const isSecretariat = (session: SessionRow | null) =>
  session !== null && session.secretariat && session.factorAt !== null;

/** The one place where a standing is cut down to what the session can use without a second factor. */
function viewerOf(session: SessionRow | null, edition: EditionRef | null, standing: Standing): Viewer {
  const { usable, withheld } = usableRoles(standing.roles, (session?.factorAt ?? null) !== null);
  return {
    sessionId: session?.sessionId ?? null,
    person: session?.person ?? null,
    aide: session?.aide ?? null,
    secretariat: isSecretariat(session),
    factorAt: session?.factorAt ?? null,
    edition,
    standing: withheld.length === 0 ? standing : { ...standing, roles: usable },
    withheld,
  };
}

const standingKey = (session: SessionRow, edition: EditionRef) =>
  `standing:${session.person.id}:${edition.id}`;

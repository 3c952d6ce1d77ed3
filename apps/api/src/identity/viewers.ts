import { Injectable } from '@nestjs/common';
import { editionSlug } from '@forum/contract/scalars';
import { DomainError } from '@forum/domain/errors';
import { opensDesk } from '@forum/domain/identity/role';
import { isFactorFresh, usableRoles } from '@forum/domain/identity/second-factor';
import { Config, isOnLoopback } from '../config.ts';
import { Database } from '../database/database.ts';
import { reachThrough } from '@forum/domain/identity/acting';
import {
  type Acting,
  type EditionRef,
  noStanding,
  type Standing,
  type Viewer,
  type ViewerPerson,
} from '../http/viewer.ts';
import { hasFactor } from './factors/factor-holders.repository.ts';
import { Remembered } from './remembered.ts';
import { hashOf } from './secrets.ts';
import { SessionAges } from './session-ages.ts';
import { secretIn } from './session-cookie.ts';

interface SessionRow {
  sessionId: string;
  /** Who is signed in, for whomever they act. */
  self: ViewerPerson;
  secretariat: boolean;
  factorAt: number | null;
  /** Whoever sits there has set up a second factor. */
  enrolled: boolean;
  acting: Acting | null;
}

/** What a session is in an edition, and what the aide is there if it acts for somebody. */
interface Seen {
  standing: Standing;
  /** Set only in the edition in which the session acts. */
  acting: (Acting & { accredited: boolean }) | null;
}

/** Who a session belongs to, and for whom and where it acts. */
export interface SessionNow {
  personId: string;
  principalId: string | null;
  editionId: string | null;
}

const unseen: Seen = { standing: noStanding, acting: null };

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
    const viewer = viewerOf(session, edition, await this.#seen(session, edition));
    if (slug !== null && (!edition || !maySee(edition, viewer))) {
      throw new DomainError('not_found', { edition: slug }, `There is no edition ${slug}.`);
    }
    return viewer;
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
    if (!session || !edition) return null;
    const seen = session.is ? this.#knownSeen(session.is, edition) : unseen;
    const viewer = seen && viewerOf(session.is, edition, seen);
    return viewer && maySee(edition, viewer) ? viewer : null;
  }

  #knownSeen({ self, acting }: SessionRow, edition: EditionRef): Seen | null {
    const own = this.#remembered.known<Standing>(standingKey(self.id, edition.id));
    if (acting?.editionId !== edition.id) return own && asOneself(own.is);
    const principals = this.#remembered.known<Standing>(standingKey(acting.principal.id, edition.id));
    return own && principals && through(acting, principals.is, own.is);
  }

  /** What the viewer of an account route is where they act for somebody; null when they act for nobody. */
  async actingStanding({ person, acting }: Viewer): Promise<Standing | null> {
    if (!person || !acting) return null;
    const { principal, editionId } = acting;
    return reachThrough(
      await this.#standing(principal.id, editionId),
      await this.#standing(person.id, editionId),
    );
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

  async #seen(session: SessionRow | null, edition: EditionRef | null): Promise<Seen> {
    if (!session) return unseen;
    if (!edition) return session.secretariat ? asOneself({ ...noStanding, roles: ['organiser'] }) : unseen;
    const { self, acting } = session;
    const own = await this.#standing(self.id, edition.id);
    if (acting?.editionId !== edition.id) return asOneself(own);
    return through(acting, await this.#standing(acting.principal.id, edition.id), own);
  }

  #standing(personId: string, editionId: string): Promise<Standing> {
    return this.#remembered.read(standingKey(personId, editionId), async () => {
      const row = await this.database.row<Standing>(
        `select roles, accredited, delegate_id as "delegateId", firm_id as "firmId", delegation_ids as "delegationIds",
                team_ids as "teamIds", session_ids as "sessionIds"
         from standing_of($1, $2)`,
        [personId, editionId],
      );
      return row ?? noStanding;
    });
  }

  /**
   * Who is behind each of these Cookie headers by now, as the database says, and under which relation they act; null when
   * its session has ended. Those that name no session at all are visitors and not in the answer.
   */
  async sessionsOf(cookies: readonly string[]): Promise<Map<string, SessionNow | null>> {
    const hashes = new Map(
      cookies.flatMap((cookie) => {
        const secret = secretIn(cookie, this.config);
        return secret ? [[cookie, hashOf(secret)] as const] : [];
      }),
    );
    const rows = await this.database.rows<SessionNow & { hash: string }>(
      `select encode(s.secret_hash, 'hex') as hash, s.person_id as "personId", a.principal_id as "principalId",
         a.edition_id as "editionId"
       from sign_in_session s left join acting_aide a on a.id = s.aide_id
       where s.secret_hash = any($1::bytea[]) and s.expires_at > now() and (s.ends_at is null or s.ends_at > now())`,
      [[...hashes.values()]],
    );
    const sessions = new Map(rows.map((row) => [row.hash, row]));
    return new Map(
      [...hashes].map(([cookie, hash]) => [cookie, sessions.get(hash.toString('hex')) ?? null] as const),
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
         json_build_object('id', me.id, 'name', me.display_name, 'mail', me.mail) as self, me.secretariat,
         case when a.id is not null then json_build_object('aideId', a.id, 'editionId', a.edition_id, 'editionSlug', e.slug,
           'principal', json_build_object('id', p.id, 'name', p.display_name, 'mail', p.mail)) end as acting,
         case when s.by_printed_link and $2 then 'infinity'
           else extract(epoch from s.factor_at) * 1000 end::float8 as "factorAt", ${hasFactor('me.id')} as enrolled
       from sign_in_session s
       join person me on me.id = s.person_id
       left join acting_aide a on a.id = s.aide_id
       left join person_in_edition p on p.edition_id = a.edition_id and p.id = a.principal_id
       left join edition e on e.id = a.edition_id
       where s.secret_hash = $1 and s.expires_at > now()`,
      [hashOf(secret), this.#printedLinksCount],
    );
    return row?.isDue && !(await this.ages.goesOn(row.sessionId)) ? null : row;
  }
}

/** An edition that is only planned is known to the secretariat, and to those who can use a role of its desk. */
function maySee(edition: EditionRef, viewer: Viewer): boolean {
  return edition.phase !== 'planned' || viewer.secretariat || opensDesk(viewer.standing.roles);
}

const isSecretariat = (session: SessionRow | null) =>
  session !== null && session.secretariat && session.factorAt !== null;

/** The one place where a standing is cut down to what the session can use without a second factor. */
function viewerOf(
  session: SessionRow | null,
  edition: EditionRef | null,
  { standing, acting }: Seen,
): Viewer {
  const self = session?.self ?? null;
  const { usable, withheld } = usableRoles(standing.roles, (session?.factorAt ?? null) !== null);
  return {
    sessionId: session?.sessionId ?? null,
    person: acting?.principal ?? self,
    aide: self && acting && { ...self, accredited: acting.accredited },
    acting: session?.acting ?? null,
    secretariat: !acting && isSecretariat(session),
    factorAt: session?.factorAt ?? null,
    edition,
    standing: withheld.length === 0 ? standing : { ...standing, roles: usable },
    withheld,
  };
}

const asOneself = (standing: Standing): Seen => ({ standing, acting: null });

const through = (acting: Acting, principal: Standing, aide: Standing): Seen => ({
  standing: reachThrough(principal, aide),
  acting: { ...acting, accredited: aide.accredited },
});

const standingKey = (personId: string, editionId: string) => `standing:${personId}:${editionId}`;

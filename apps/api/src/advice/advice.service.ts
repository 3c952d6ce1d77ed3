import { Injectable } from '@nestjs/common';
import type { Advice as Told, RouteVerdict as ToldVerdict } from '@forum/contract/advice/advice';
import type { OwnFacts, saveFacts } from '@forum/contract/advice/route-facts';
import type { RouteInput } from '@forum/contract/route';
import { advisePair, type PairVerdict } from '@forum/domain/legal-routes/advise-pair';
import { adviseFirm, type Advising, type RouteVerdict } from '@forum/domain/legal-routes/advise';
import { knownAgreements } from '@forum/domain/legal-routes/agreements';
import { knownPacks } from '@forum/domain/legal-routes/packs/known-packs';
import { routeSchemes } from '@forum/domain/legal-routes/rule-pack';
import { dateIn } from '@forum/domain/time/zoned';
import { Database } from '../database/database.ts';
import { noSuchFirm } from '../firms/firms.repository.ts';
import { type Admitted, editionOf, mayAll, personOf } from '../http/viewer.ts';
import { Changes } from '../live/changes.ts';
import { requireOwnFirm } from './own-firm.ts';
import { RouteFactsRepository, sharedFacts } from './route-facts.repository.ts';
import { requireVersion } from '../http/require-version.ts';

/** What firms say of themselves, and which programmes are open to them by it. */
@Injectable()
export class AdviceService {
  constructor(
    private readonly database: Database,
    private readonly facts: RouteFactsRepository,
    private readonly changes: Changes,
  ) {}

  /** Advice by the rules of a day: for one's firm, for it and another together, or as far as a firm lets others know. */
  async read(viewer: Admitted, firmId: string, asOf: string | undefined): Promise<Told> {
    const edition = editionOf(viewer);
    const { firmId: ownId } = viewer.standing;
    if (!mayAll(viewer) && !viewer.standing.accredited && ownId !== firmId) throw noSuchFirm(firmId);
    const day = asOf ?? dateIn(new Date().toISOString(), edition.zone);
    const advising: Advising = { packs: knownPacks, agreements: knownAgreements, day };
    const firm = await this.facts.one(edition.id, firmId);
    if (ownId === null || ownId === firmId) {
      const known = ownId === firmId ? firm.facts : sharedFacts(firm);
      const verdicts = routeSchemes.map((scheme) => alone(adviseFirm(scheme, known, advising)));
      return { asOf: day, firm: named(firm), own: null, verdicts };
    }
    const own = await this.facts.one(edition.id, ownId);
    const facts = [own.facts, sharedFacts(firm)] as const;
    return {
      asOf: day,
      firm: named(firm),
      own: named(own),
      verdicts: routeSchemes.map((scheme) => together(advisePair(scheme, facts, advising))),
    };
  }

  async readFacts(viewer: Admitted, firmId: string): Promise<OwnFacts> {
    requireOwnFirm(viewer, firmId);
    return told(await this.facts.one(editionOf(viewer).id, firmId));
  }

  /** Keeps what a firm says of itself; whoever may be advised by it hears that it is new, not what. */
  saveFacts(viewer: Admitted, firmId: string, body: RouteInput<typeof saveFacts>['body']): Promise<OwnFacts> {
    requireOwnFirm(viewer, firmId);
    const edition = editionOf(viewer);
    return this.database.write(async (transaction) => {
      await transaction.query('select id from firm where id = $1 for no key update', [firmId]);
      const before = await this.facts.one(edition.id, firmId, transaction);
      requireVersion({ thing: 'The facts', current: before.version, seen: body.version });
      const version = before.version + 1;
      await transaction.query(
        `insert into route_facts (firm_id, content, shared, version, updated_by) values ($1, $2, $3, $4, $5)
         on conflict (firm_id) do update set content = excluded.content, shared = excluded.shared,
           version = excluded.version, updated_by = excluded.updated_by, updated_at = now()`,
        [firmId, JSON.stringify(body.facts), [...new Set(body.shared)], version, personOf(viewer).id],
      );
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: ['accredited', `firm:${firmId}`],
        type: 'advice.changed',
        entityId: firmId,
        version,
      });
      return told(await this.facts.one(edition.id, firmId, transaction));
    });
  }
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

const told = ({ version, facts, shared, updatedAt }: OwnFacts): OwnFacts => ({
  version,
  facts,
  shared,
  updatedAt,
});

const bare = ({ openness, packVersion, verified, reasons }: RouteVerdict) => ({
  openness,
  packVersion,
  verified,
  reasons: reasons.map(({ missing, by, ...reason }) => ({
    ...reason,
    missing: [...missing],
    by: by.map(({ act, date, from, verified: isRead }) => ({ act, date, from, verified: isRead })),
  })),
});

const alone = (verdict: RouteVerdict): ToldVerdict => ({
  scheme: verdict.scheme,
  ...bare(verdict),
  alone: null,
});

const together = (verdict: PairVerdict): ToldVerdict => ({
  scheme: verdict.scheme,
  ...bare(verdict),
  alone: { own: bare(verdict.alone[0]), other: bare(verdict.alone[1]) },
});

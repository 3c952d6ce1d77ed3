import { Injectable } from '@nestjs/common';
import type { Firm } from '@forum/contract/firms/firms';
import type { Transaction } from '../../database/database.ts';
import { editionOf, type Viewer } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { versionByClock } from '../../mail/mails.ts';
import { Notices } from '../../mail/notices.ts';

interface Reader {
  id: string;
  mail: string;
  language: string;
  officerId: string;
  officer: string;
  firm: string;
  at: string;
  version: number;
  inForce: boolean;
  by: string;
}

/** Tells a firm that somebody was named its export officer. */
@Injectable()
export class OfficerNews {
  constructor(
    private readonly notices: Notices,
    private readonly changes: Changes,
  ) {}

  /** Mails all representatives, so that nobody becomes an officer of a firm unseen. */
  async named(
    transaction: Transaction,
    viewer: Viewer,
    firmId: string,
    delegateIds: readonly string[],
  ): Promise<void> {
    const readers = await transaction.query<Reader>(
      `select p.id, p.mail, p.language, o.delegate_id as "officerId", q.display_name as officer, f.name as firm,
         now()::text as at, ${versionByClock} as version, o.confirmed_at is not null as "inForce", n.display_name as by
       from representative r join person p on p.id = r.person_id
       join export_officer o on o.edition_id = r.edition_id and o.firm_id = r.firm_id
       join delegate d on d.id = o.delegate_id join person_in_edition q on q.edition_id = d.edition_id and q.id = d.person_id
       join person_in_edition n on n.edition_id = o.edition_id and n.id = o.named_by
       join firm f on f.id = r.firm_id
       where r.edition_id = $1 and r.firm_id = $2 and o.delegate_id = any($3::uuid[]) order by o.delegate_id, p.id`,
      [editionOf(viewer).id, firmId, delegateIds],
    );
    await this.notices.send(
      transaction,
      ...readers.map(({ id, mail, language, at, version, officerId, ...facts }) => ({
        kind: 'officer-named' as const,
        facts: { firmId, ...facts },
        to: { personId: id, mail, language },
        editionId: editionOf(viewer).id,
        urgency: 'soon' as const,
        about: { thing: `officer/${officerId}/${firmId}`, version },
        once: `officer:${officerId}:${firmId}:${at}:${id}`,
      })),
    );
  }

  async changed(
    transaction: Transaction,
    viewer: Viewer,
    { id, version }: Pick<Firm, 'id' | 'version'>,
    after: object,
  ): Promise<void> {
    await this.changes.record(transaction, viewer, {
      editionId: editionOf(viewer).id,
      streams: [`firm:${id}`, 'staff:organiser'],
      type: 'officers.changed',
      entityId: id,
      version,
      detail: { after },
    });
  }
}

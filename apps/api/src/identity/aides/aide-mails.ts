import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';
import { versionByClock } from '../../mail/mails.ts';
import { Notices } from '../../mail/notices.ts';
import type { AideNews } from '../../mail/notices/aide.ts';
import { shownPrincipal } from './aide-relations.repository.ts';
import { one } from '../../database/one.ts';

interface Reader {
  personId: string | null;
  mail: string;
  language: string;
}

interface Told {
  version: number;
  editionId: string;
  principal: Reader & { shown: string };
  aide: Reader;
  /** Who heads the principal's delegation, unless it is the principal, or who is to be the aide. */
  head: Reader | null;
}

/** That somebody acts, and from where: no later step makes it untrue. */
const ofDevices: ReadonlySet<AideNews> = new Set(['principal:acted', 'principal:device']);

/**
 * Mails what happens between a principal and an aide. Subjects hold no word that one of them has written, and an aide is
 * named by address: a name is free text until the host has vetted it.
 */
@Injectable()
export class AideMails {
  constructor(private readonly notices: Notices) {}

  /** `once` tells apart news of one kind, such as one new device from another. */
  async send(transaction: Transaction, aideId: string, news: readonly AideNews[], once = ''): Promise<void> {
    const told = one(
      await transaction.query<Told>(
        `select q.edition_id as "editionId", ${versionByClock} as version,
         json_build_object('personId', q.id, 'mail', q.mail, 'language', q.language, 'shown', ${shownPrincipal}) as principal,
         json_build_object('personId', p.id, 'mail', a.mail, 'language', coalesce(p.language, q.language)) as aide,
         case when h.id not in (a.principal_id, p.id) or (h.id <> a.principal_id and p.id is null)
           then json_build_object('personId', h.id, 'mail', h.mail, 'language', h.language) end as head
       from aide a
       join person_in_edition q on q.edition_id = a.edition_id and q.id = a.principal_id left join person p on p.mail = a.mail
       left join delegate d on d.edition_id = a.edition_id and d.person_id = a.principal_id
       left join delegation g on g.id = d.delegation_id left join person h on h.id = g.head_id
       where a.id = $1`,
        [aideId],
      ),
    );
    const { editionId, version, principal, aide, head } = told;
    const recipients = { principal, aide, head };
    await this.notices.send(
      transaction,
      ...news.flatMap((kind) => {
        const to = kind.split(':')[0] as keyof typeof recipients;
        const recipient = recipients[to];
        if (!recipient) return [];
        const { personId, mail, language } = recipient;
        return {
          kind: 'aide' as const,
          facts: { news: kind, aide: aide.mail, principal: principal.shown },
          to: { personId, mail, language },
          editionId,
          ...(ofDevices.has(kind)
            ? { urgency: 'soon' as const, about: undefined }
            : { urgency: 'bulk' as const, about: { thing: `aide/${aideId}`, version } }),
          once: `aide:${aideId}:${kind}:${once}`,
        };
      }),
    );
  }
}

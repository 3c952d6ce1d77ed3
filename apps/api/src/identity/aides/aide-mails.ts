import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { type Transaction } from '../../database/database.ts';
import { Mails, versionByClock } from '../../mail/mails.ts';
import { editionOfAide, shownPrincipal } from './aide-relations.ts';
import { type AideNews, aideMailTexts } from './aide-mail-texts.ts';

interface Told {
  version: number;
  edition: { slug: string; title: string };
  principal: { mail: string; language: string; shown: string };
  aide: { mail: string; language: string };
  /** Who heads the principal's delegation, unless it is the principal, or who is to be the aide. */
  head: { mail: string; language: string } | null;
}

/**
 * Mails what happens between a principal and an aide. Subjects hold no word that one of them has written, and an aide is
 * named by address: a name is free text until the host has vetted it.
 */
@Injectable()
export class AideMails {
  constructor(
    private readonly mails: Mails,
    private readonly config: Config,
  ) {}

  /** `once` tells apart news of one kind, such as one new device from another. */
  async send(transaction: Transaction, aideId: string, news: readonly AideNews[], once = ''): Promise<void> {
    const [told] = await transaction.query<Told>(
      `select ${editionOfAide} as edition, ${versionByClock} as version,
         json_build_object('mail', q.mail, 'language', q.language, 'shown', ${shownPrincipal}) as principal,
         json_build_object('mail', a.mail, 'language', coalesce(p.language, q.language)) as aide,
         case when h.id not in (a.principal_id, p.id) or (h.id <> a.principal_id and p.id is null)
           then json_build_object('mail', h.mail, 'language', h.language) end as head
       from aide a join edition e on e.id = a.edition_id
       join person_in_edition q on q.edition_id = a.edition_id and q.id = a.principal_id left join person p on p.mail = a.mail
       left join delegate d on d.edition_id = a.edition_id and d.person_id = a.principal_id
       left join delegation g on g.id = d.delegation_id left join person h on h.id = g.head_id
       where a.id = $1`,
      [aideId],
    );
    if (!told) throw new Error('an aide went away');
    const { edition, principal, aide, head } = told;
    const recipients = { principal, aide, head };
    await this.mails.send(
      transaction,
      ...news.flatMap((kind) => {
        const to = kind.split(':')[0] as keyof typeof recipients;
        const recipient = recipients[to];
        if (!recipient) return [];
        const text = aideMailTexts(recipient.language)[kind];
        const body = text.body({ aide: aide.mail, principal: principal.shown, edition: edition.title });
        return {
          to: recipient.mail,
          ...(ofDevices.has(kind)
            ? { urgency: 'soon' as const, about: undefined }
            : { urgency: 'bulk' as const, about: { thing: `aide/${aideId}`, version: told.version } }),
          subject: text.subject(edition.title),
          text: `${body}\n\n${this.config.baseUrl}${placeFor[to](edition.slug)}\n`,
          once: `aide:${aideId}:${kind}:${once}`,
        };
      }),
    );
  }
}

/** That somebody acts, and from where: no later step makes it untrue. */
const ofDevices: ReadonlySet<AideNews> = new Set(['principal:acted', 'principal:device']);

const me = (slug: string) => `/e/${slug}/me`;
const placeFor = { principal: me, aide: me, head: (slug: string) => `/secretariat/${slug}/delegations` };

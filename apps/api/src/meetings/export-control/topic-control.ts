import type { TopicControl } from '@forum/contract/meetings/topic-control';
import { gateOf, type Release } from '@forum/domain/export-control/gate';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import { awaitsSecond } from './movers.repository.ts';
import { lawAt, nationalitiesOf, unnamedSides } from './topic-gate.ts';

/** What {@link controlColumn} reads. */
export interface ControlRow {
  entries: string[];
  host: string;
  people: { side: MeetingParty; country: string | null }[];
  officers: TopicControl['officers'];
  releases: (Release & {
    by: string | null;
    lapsedAt: string | null;
    isConfirmed: boolean;
    hasOthers: boolean;
    isOwn: boolean;
  })[];
}

/**
 * Export control of the meeting `m` between `from_firm` and `to_firm` for the reader's firm `$2`, the help desk when it
 * is null; null where the topic touches no list, which costs nothing. Officers of another firm have no name.
 */
export const controlColumn = `
  case when cardinality(m.control_entries) > 0 then json_build_object(
    'entries', m.control_entries,
    'host', (select c.country from edition e join capital c on c.id = e.capital_id where e.id = m.edition_id),
    'people', (select coalesce(json_agg(json_build_object('side', mp.side, 'country', d.country)), '[]')
      from meeting_participant mp join delegate d on d.id = mp.delegate_id where mp.meeting_id = m.id),
    'officers', (select coalesce(json_agg(json_build_object('delegateId', d.delegate_id, 'name', p.display_name,
        'side', case o.firm_id when from_firm.id then 'from' else 'to' end) order by p.sort_key, d.delegate_id), '[]')
      from export_officer o join representative d on d.delegate_id = o.delegate_id and d.firm_id = o.firm_id
      join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
      where o.confirmed_at is not null and o.edition_id = m.edition_id and o.firm_id in (from_firm.id, to_firm.id) and ($2::uuid is null or o.firm_id = $2)),
    'releases', (select coalesce(json_agg(json_build_object('side', r.side, 'officerId', r.officer_id,
        'by', case when $2::uuid is null or $2 = case r.side when 'from' then from_firm.id else to_firm.id end then p.display_name end,
        'isOwn', $2::uuid is null or $2 = case r.side when 'from' then from_firm.id else to_firm.id end,
        'awaitsSecond', ${awaitsSecond}, 'isConfirmed', r.confirmed_at is not null,
        'hasOthers', exists (select from representative o where o.edition_id = m.edition_id and o.delegate_id <> r.officer_id
          and o.firm_id = case r.side when 'from' then from_firm.id else to_firm.id end),
        'at', utc(r.released_at), 'lapsedAt', utc(r.lapsed_at), 'entries', r.entries, 'nationalities', r.nationalities)
        order by r.released_at, r.id), '[]')
      from topic_release r join delegate d on d.id = r.officer_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
      where r.meeting_id = m.id)) end`;

/** How a listed topic stands, by the rule of the host's law; nobody's nationality is told. */
export function controlView({ entries, host, people, officers, releases }: ControlRow): TopicControl {
  const topic = { entries, nationalities: nationalitiesOf(people), host };
  const standing = releases.filter(({ lapsedAt }) => lapsedAt === null);
  const { state, waitingFor, rule } = gateOf(topic, standing, lawAt(new Date().toISOString()));
  return {
    entries,
    state,
    waitingFor: [...waitingFor],
    unnamed: unnamedSides(people),
    rule: rule && {
      id: rule.id,
      act: rule.act,
      article: rule.article,
      says: rule.says,
      verified: rule.verified,
    },
    officers,
    log: releases.map(({ side, by, at, lapsedAt }) => ({ side, by, at, lapsedAt })),
    seconds: standing
      .filter(({ isConfirmed }) => !isConfirmed)
      .map(({ side, officerId, isOwn, awaitsSecond: needed, hasOthers }) => ({
        side,
        officerId: isOwn ? officerId : null,
        needed,
        byHost: isOwn && !hasOthers,
      })),
  };
}

import { queryOf } from '@forum/client/query';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useTopic } from '@forum/ui/lib/use-topic';
import { useVenue } from '@forum/ui/lib/venue';
import { Notice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The meetings that are agreed with a firm and still to come: naming it changes nothing about them. */
export function AgreedAlready({ other }: { other: { id: string; name: string } }): ReactNode {
  const { t, i18n } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const { zone, city } = useVenue();
  const now = useNow();
  const { data } = useQuery(queryOf(listMeetings, { params: { edition: edition.slug } }));
  const agreed = (data?.meetings ?? []).filter(
    ({ state, from, to, end }) =>
      state === 'accepted' &&
      [from.firmId, to.firmId].includes(other.id) &&
      Date.parse(end ?? '') > now.getTime(),
  );
  if (agreed.length === 0) return null;
  return (
    <Notice tone="care">
      <p>{t('no-meet.agreed', { firm: other.name, count: agreed.length })}</p>
      <ul>
        {agreed.map(({ id, start, ...about }) => (
          <li key={id}>
            <Link to={`/e/${edition.slug}/meetings/${id}`}>
              {start && `${dayNameIn(start, zone, i18n.language)}, ${clockIn(start, zone)} ${city}`}
              {` · ${topicOf(about)}`}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

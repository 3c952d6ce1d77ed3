import { queryOf } from '@forum/client/query';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { useEdition } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { useTopic } from '@forum/ui/lib/use-topic';
import { Notice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Moment } from '../../components/moment.tsx';
import type { Named } from '../../components/choice.tsx';

/** The meetings that two firms have agreed and still to come: keeping them apart changes nothing about them. */
export function AgreedBetween({ one, other }: { one: Named; other: Named }): ReactNode {
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const now = useNow();
  const { data } = useQuery(
    queryOf(listAllMeetings, {
      params: { edition: edition.slug },
      query: { search: one.name, state: 'accepted', limit: 500 },
    }),
  );
  const agreed = (data?.rows ?? []).filter(
    ({ from, to, end }) =>
      [one.id, other.id].every((id) => [from.firmId, to.firmId].includes(id)) &&
      Date.parse(end ?? '') > now.getTime(),
  );
  if (agreed.length === 0) return null;
  return (
    <Notice tone="care">
      <p>{t('matching.agreed', { count: agreed.length })}</p>
      <ul>
        {agreed.map(({ id, start, ...about }) => (
          <li key={id}>
            <Link to={`/${edition.slug}/meetings/${id}`}>
              {start && <Moment at={start} />} {topicOf(about)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

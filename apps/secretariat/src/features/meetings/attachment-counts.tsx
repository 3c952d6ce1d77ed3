import { queryOf } from '@forum/client/query';
import { listAttachments } from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How many documents each side has attached; what they are is between the two. */
export function AttachmentCounts({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug, meeting: meeting.id };
  const { data } = useQuery(queryOf(listAttachments, { params }));
  const sides = (['from', 'to'] as const).filter((side) => (data?.[side].count ?? 0) > 0);
  if (!data || sides.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{t('attachments.title')}</h3>
      <ul>
        {sides.map((side) => (
          <li key={side}>
            {meeting[side].firm} <span className="note">{t('attachments.count', data[side])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { queryOf } from '@forum/client/query';
import { listAttachments, type MeetingAttachments } from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { otherSide } from '../meetings/meeting-view.ts';
import { OwnAttachments } from './own-attachments.tsx';
import { TheirAttachments } from './their-attachments.tsx';

/** The documents of a meeting: what the other side shows, or how much of it waits, and what one shows oneself. */
export function Attachments({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(
    queryOf(listAttachments, { params: { edition: edition.slug, meeting: meeting.id } }),
  );
  const isOpen = meeting.state === 'requested' || meeting.state === 'accepted';
  if (!isOpen && (!query.data || isEmpty(query.data))) return null;
  const { firm } = otherSide(meeting);
  return (
    <section className="stack" aria-labelledby="attachments">
      <h2 id="attachments">{t('attachments.title')}</h2>
      <Read query={query} bones={2}>
        {({ from, to, waits }) => (
          <div className="columns">
            <section className="stack-tight" aria-labelledby="their-attachments">
              <h3 id="their-attachments">{t('attachments.theirs', { firm })}</h3>
              <TheirAttachments
                meeting={meeting}
                attached={meeting.side === 'to' ? from : to}
                waits={waits}
              />
            </section>
            <section className="stack-tight" aria-labelledby="own-attachments">
              <h3 id="own-attachments">{t('attachments.ours')}</h3>
              <OwnAttachments
                meeting={meeting}
                attached={meeting.side === 'to' ? to : from}
                waits={waits}
                isOpen={isOpen}
              />
            </section>
          </div>
        )}
      </Read>
    </section>
  );
}

const isEmpty = ({ from, to }: MeetingAttachments) => from.count + to.count === 0;

import type { MeetingAttachments } from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign } from '../../components/sign.tsx';
import { AttachmentLink } from './attachment-link.tsx';
import { waitOf } from './wait-of.ts';

interface TheirAttachmentsProps {
  meeting: Meeting;
  attached: MeetingAttachments['from'];
  waits: MeetingAttachments['waits'];
}

/** What the other side shows; while it waits, only how many there are and what for. */
export function TheirAttachments({ meeting, attached, waits }: TheirAttachmentsProps): ReactNode {
  const { t } = useTranslation();
  if (attached.count === 0) return <p className="second">{t('attachments.none')}</p>;
  if (waits !== null) {
    return (
      <>
        <p>
          <Sign tone={waits === 'forbidden' ? 'bad' : 'care'}>
            {t('attachments.waiting', { count: attached.count })}
          </Sign>
        </p>
        <p className="second">{t(`attachments.wait.${waitOf(meeting, waits)}`)}</p>
      </>
    );
  }
  return (
    <ul className="ruled">
      {(attached.attachments ?? []).map((attachment) => (
        <li key={attachment.id} className="attachment">
          <AttachmentLink meeting={meeting} attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

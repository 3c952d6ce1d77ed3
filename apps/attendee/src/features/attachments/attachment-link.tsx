import { addressOf } from '@forum/client/http';
import { type Attachment, readAttachment } from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { useEdition } from '@forum/ui/lib/edition';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeIn } from './size.ts';

/** A document to save, with its size, when it was attached and, for one's own side, by whom. */
export function AttachmentLink({
  meeting,
  attachment,
}: {
  meeting: Meeting;
  attachment: Attachment;
}): ReactNode {
  const { i18n } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug, meeting: meeting.id, attachment: attachment.id };
  return (
    <div>
      <a className="attachment-name" href={`/api${addressOf(readAttachment, { params })}`} download>
        {attachment.name}
      </a>
      <p className="note">
        {sizeIn(attachment.bytes, i18n.language)} · <Span start={attachment.at} end={null} />
        {attachment.by && ` · ${attachment.by}`}
      </p>
    </div>
  );
}

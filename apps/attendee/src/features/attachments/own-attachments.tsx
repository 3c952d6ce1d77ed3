import { problemIn } from '@forum/client/http';
import {
  type Attachment,
  listAttachments,
  type MeetingAttachments,
  removeAttachment,
} from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { attachmentLimits } from '@forum/domain/attachments/attachment';
import { attachmentEndings } from '@forum/domain/attachments/kinds';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';
import { otherSide } from '../meetings/meeting-view.ts';
import { AttachmentLink } from './attachment-link.tsx';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';
import { waitOf } from './wait-of.ts';

interface OwnAttachmentsProps {
  meeting: Meeting;
  attached: MeetingAttachments['from'];
  waits: MeetingAttachments['waits'];
  /** Whether the meeting may still take place, so that more can be attached. */
  isOpen: boolean;
}

/** What one's own side shows: to save again, to delete, and to add to. */
export function OwnAttachments({ meeting, attached, waits, isOpen }: OwnAttachmentsProps): ReactNode {
  const { t } = useTranslation();
  const { uploads, send, again, leave } = useUploads(meeting);
  const left = attachmentLimits.perSide - attached.count;
  // Whether the reader's own nationality is covered says nothing of what the other side may read.
  const wait = waits === null || waits === 'nationality' ? 'open' : waitOf(meeting, waits);
  return (
    <>
      {attached.count === 0 && uploads.length === 0 && <p className="second">{t('attachments.none-ours')}</p>}
      {attached.count + uploads.length > 0 && (
        <ul className="ruled">
          {(attached.attachments ?? []).map((attachment) => (
            <OwnAttachment key={attachment.id} meeting={meeting} attachment={attachment} />
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onAgain={() => again(upload)}
              onLeave={() => leave(upload)}
            />
          ))}
        </ul>
      )}
      {isOpen && (
        <>
          <p className="second">{t(`attachments.ours-wait.${wait}`, { firm: otherSide(meeting).firm })}</p>
          {left > 0 && (
            <p>
              <label className="button">
                {t('attachments.attach')}
                <input
                  className="hidden-visually"
                  type="file"
                  multiple
                  accept={attachmentEndings.map((ending) => `.${ending}`).join()}
                  aria-describedby="attachments-hint"
                  onChange={(event) => {
                    send([...(event.target.files ?? [])]);
                    event.target.value = '';
                  }}
                />
              </label>
            </p>
          )}
          <p className="note" id="attachments-hint">
            {left > 0
              ? `${t('attachments.hint')} ${t('attachments.left', { count: left })}`
              : t('attachments.full')}
          </p>
        </>
      )}
    </>
  );
}

function OwnAttachment({ meeting, attachment }: { meeting: Meeting; attachment: Attachment }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const remove = useWrite(removeAttachment, listAttachments);
  const { name } = attachment;
  return (
    <li className="attachment">
      <AttachmentLink meeting={meeting} attachment={attachment} />
      <ConfirmButton
        label={t('attachments.remove')}
        question={t('attachments.remove-touches', { name, firm: otherSide(meeting).firm })}
        disabled={remove.isPending}
        onConfirm={() =>
          remove.mutate({ params: { edition: edition.slug, meeting: meeting.id, attachment: attachment.id } })
        }
      />
      {remove.error && <ProblemNotice problem={problemIn(remove.error)} />}
    </li>
  );
}

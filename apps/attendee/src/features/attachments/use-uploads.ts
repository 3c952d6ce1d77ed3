import { problemIn } from '@forum/client/http';
import { addAttachment, listAttachments } from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { Problem } from '@forum/contract/problem';
import { fitAttachment, requireAttachableSize } from '@forum/domain/attachments/attachment';
import { DomainError } from '@forum/domain/errors';
import { problemOf } from '@forum/domain/errors-status';
import { useEdition } from '@forum/ui/lib/edition';
import { useState } from 'react';
import { useWrite } from '@forum/ui/lib/use-write';

/** A file on its way; with a problem it did not arrive and waits for what to do. */
export interface Upload {
  key: string;
  file: File;
  problem: Problem | null;
}

/** Sends files one after the other; what the rule refuses is told at once, without sending it. */
export function useUploads(meeting: Meeting) {
  const { edition } = useEdition();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const write = useWrite(addAttachment, listAttachments);
  const params = { edition: edition.slug, meeting: meeting.id };
  const leave = ({ key }: Upload) => setUploads((all) => all.filter((upload) => upload.key !== key));
  const mark = ({ key }: Upload, problem: Problem | null) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, problem } : upload)));

  const sendOne = async (upload: Upload) => {
    const { file } = upload;
    try {
      requireAttachableSize(file.name, file.size);
      const body = new Uint8Array(await file.arrayBuffer());
      fitAttachment(file.name, body);
      await write.mutateAsync({ params, query: { name: file.name }, body });
      leave(upload);
    } catch (error) {
      mark(upload, refusalIn(error));
    }
  };
  const send = async (files: readonly File[]) => {
    const added = files.map((file) => ({ key: crypto.randomUUID(), file, problem: null }));
    setUploads((all) => [...all, ...added]);
    for (const upload of added) await sendOne(upload);
  };
  return {
    uploads,
    send: (files: readonly File[]) => void send(files),
    again: (upload: Upload) => {
      mark(upload, null);
      void sendOne(upload);
    },
    leave,
  };
}

/** A refusal by the rule here says the same as one by the server. */
function refusalIn(error: unknown): Problem {
  if (!(error instanceof DomainError)) return problemIn(error);
  const { status, title } = problemOf[error.code];
  return { type: 'about:blank', title, status, code: error.code, detail: error.message };
}

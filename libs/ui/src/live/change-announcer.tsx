import type { Change } from '@forum/contract/live/changes';
import { type Programme, readProgramme } from '@forum/contract/programme/programme';
import { queryOf } from '@forum/client/query';
import { clockIn } from '../lib/instants.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '../lib/edition.ts';

const mostInWords = 3;

/** Says politely what has changed; more than three become one sentence. Nothing on the screen moves for it. */
export function ChangeAnnouncer(): ReactNode {
  const { edition, followed } = useEdition();
  const { t } = useTranslation();
  const client = useQueryClient();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const roomName = (id: string | null) => {
      const { queryKey } = queryOf(readProgramme, { params: { edition: edition.slug } });
      return client.getQueryData<Programme>(queryKey)?.rooms.find((room) => room.id === id)?.name ?? '';
    };
    const inWords = ({ session, type }: Change): string | null => {
      if (type === 'meeting.changed' || type === 'attachments.changed') return t('change.meeting');
      if (!session) return null;
      if (session.state === 'cancelled') return t('change.cancelled', { title: session.title });
      return t('change.session', {
        title: session.title,
        time: clockIn(session.start, edition.zone),
        room: roomName(session.roomId),
      });
    };
    return followed?.onChanges((changes) => {
      const sentences = [...new Set(changes.map(inWords).filter((sentence) => sentence !== null))];
      if (sentences.length === 0) return;
      setSaid(
        sentences.length > mostInWords ? t('change.many', { count: sentences.length }) : sentences.join(' '),
      );
    });
  }, [client, edition, followed, t]);
  return (
    <p className="hidden-visually" role="status" aria-live="polite">
      {said}
    </p>
  );
}

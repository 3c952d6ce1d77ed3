import { confirmRelease } from '@forum/contract/meetings/export-control';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';

/** A release that counts once a second person has confirmed it: the host, where the firm has nobody else. */
export function SecondPerson({
  meeting,
  side,
  byHost,
}: {
  meeting: Meeting;
  side: 'from' | 'to';
  byHost: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const confirm = useWrite(confirmRelease, listAllMeetings);
  const { firm } = meeting[side];
  if (!byHost) return <p className="second">{t('control.second-firm', { firm })}</p>;
  return (
    <div className="stack-tight">
      <p>{t('control.second-host', { firm })}</p>
      <Failure error={confirm.error} />
      <div>
        <button
          className="button"
          type="button"
          disabled={confirm.isPending}
          onClick={() =>
            confirm.mutate({
              params: { edition: edition.slug, meeting: meeting.id },
              body: { version: meeting.version, side },
            })
          }
        >
          {t('control.second', { firm })}
        </button>
      </div>
    </div>
  );
}

import { problemIn } from '@forum/client/http';
import { confirmRelease } from '@forum/contract/meetings/export-control';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import type { TopicControl } from '@forum/contract/meetings/topic-control';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { ProblemNotice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A release that a second person has not confirmed: who that may be, and for them the way to do it. */
export function SecondPerson({
  meeting,
  second,
}: {
  meeting: Meeting;
  second: TopicControl['seconds'][number];
}): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const standing = useStanding();
  const confirm = useWrite(confirmRelease, listMeetings, readMeeting);
  const { side, officerId, needed, byHost } = second;
  const isOurs = meeting.side === side;
  const isMine = isOurs && officerId === standing?.delegateId;
  const mayConfirm = isOurs && !isMine && !byHost && !me?.actingFor;
  if (!needed && !isOurs) return null;
  return (
    <>
      <p className="second">
        {!isOurs
          ? t('control.their-second')
          : byHost
            ? t('control.second-host')
            : t(needed ? 'control.second-needed' : 'control.second-open')}
      </p>
      {mayConfirm && (
        <p>
          <ConfirmButton
            label={t('control.second')}
            confirmKind="main"
            question={t('control.second-touches', { entries: meeting.control?.entries.join(', ') })}
            disabled={confirm.isPending}
            onConfirm={() =>
              confirm.mutate({
                params: { edition: edition.slug, meeting: meeting.id },
                body: { version: meeting.version, side },
              })
            }
          />
        </p>
      )}
      {confirm.error && <ProblemNotice problem={problemIn(confirm.error)} />}
    </>
  );
}

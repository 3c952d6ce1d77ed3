import { queryOf } from '@forum/client/query';
import { cancelMeeting, rescheduleMeeting } from '@forum/contract/meetings/agreed-meetings';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { readHalls } from '@forum/contract/meetings/halls';
import { answerHelp } from '@forum/contract/meetings/help-calls';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { slotsOf } from '@forum/domain/meetings/halls/slots';
import { SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useVenue } from '@forum/ui/lib/venue';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** What the help desk can do for a meeting: move it, cancel it, or say that a call was dealt with. */
export function MeetingActions({ meeting }: { meeting: Meeting }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, followed } = useEdition();
  const [start, setStart] = useState('');
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null);
  const slots = useComingSlots();
  const params = { edition: edition.slug, meeting: meeting.id };
  const move = useWrite(rescheduleMeeting, listAllMeetings);
  const cancel = useWrite(cancelMeeting, listAllMeetings);
  const helped = useWrite(answerHelp, listAllMeetings);
  const onSuccess = (changed: Meeting) => {
    followed?.absorb({ meetings: [changed] });
    setAsked(null);
    setStart('');
  };
  const inWords = (instant: string) =>
    `${dayNameIn(instant, edition.zone, i18n.language)} ${clockIn(instant, edition.zone)}`;
  const confirm = () => {
    if (asked === 'cancel')
      cancel.mutate({ params, body: { version: meeting.version, message: '' } }, { onSuccess });
    else move.mutate({ params, body: { version: meeting.version, start, tableId: null } }, { onSuccess });
  };
  return (
    <div className="stack" data-actions>
      {meeting.helpCalled && (
        <div>
          <button
            className="button"
            data-kind="main"
            type="button"
            disabled={helped.isPending}
            onClick={() => helped.mutate({ params })}
          >
            {t('overview.helped')}
          </button>
        </div>
      )}
      {asked ? (
        <Confirmation
          title={t(`overview.will-${asked}`, { time: start && inWords(start) })}
          touched={[...meeting.from.people, ...meeting.to.people].map((person) => person.name)}
          action={t(`overview.${asked}`)}
          grave={asked === 'cancel'}
          busy={move.isPending || cancel.isPending}
          onConfirm={confirm}
          onLeave={() => setAsked(null)}
        />
      ) : (
        <>
          <SlotChoice slots={slots} start={start} onStart={setStart} inWords={inWords} />
          <div className="line-up">
            <button className="button" type="button" disabled={!start} onClick={() => setAsked('move')}>
              {t('overview.move')}
            </button>
            <button className="button" data-kind="grave" type="button" onClick={() => setAsked('cancel')}>
              {t('overview.cancel')}
            </button>
          </div>
        </>
      )}
      <Failure error={move.error ?? cancel.error ?? helped.error} />
    </div>
  );
}

/** The starts of the halls that are still to come, each once. */
function useComingSlots(): string[] {
  const { edition } = useEdition();
  const now = useNow();
  const halls = useQuery(queryOf(readHalls, { params: { edition: edition.slug } })).data ?? [];
  const coming = halls
    .flatMap((hall) => slotsOf(hall))
    .filter((slot) => Date.parse(slot.start) > now.getTime());
  return [...new Set(coming.map((slot) => slot.start))].sort((a, b) => Date.parse(a) - Date.parse(b));
}

function SlotChoice({
  slots,
  start,
  onStart,
  inWords,
}: {
  slots: readonly string[];
  start: string;
  onStart: (start: string) => void;
  inWords: (instant: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  const { city } = useVenue();
  return (
    <SelectField
      label={t('overview.move-to', { city })}
      value={start}
      onChange={(event) => onStart(event.target.value)}
    >
      <option value="">{t('overview.choose')}</option>
      {slots.map((slot) => (
        <option key={slot} value={slot}>
          {inWords(slot)}
        </option>
      ))}
    </SelectField>
  );
}

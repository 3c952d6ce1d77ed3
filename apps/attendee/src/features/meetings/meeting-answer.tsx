import { problemIn } from '@forum/client/http';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as requests from '@forum/contract/meetings/requests';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { Route } from '@forum/contract/route';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition } from '@forum/ui/lib/edition';
import { Span } from '@forum/ui/time/time';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { awaitsRelease, needsMyAnswer, otherSide, ownSide } from './meeting-view.ts';
import { PeopleChoice } from './people-choice.tsx';
import { Refusal } from './refusal.tsx';
import { SlotChoice } from './slot-choice.tsx';
import { useMeetingStep } from './use-meeting-step.ts';
import { useOwnPeople } from './use-own-people.ts';

type Doing = 'nothing' | 'proposing' | 'swapping';

/** Takes a step of this meeting; what was being done is done with when it succeeds. */
type Take = (route: Route, body: object) => void;

interface Answering {
  meeting: Meeting;
  own: ReturnType<typeof useOwnPeople>;
  isBusy: boolean;
  take: Take;
}

/** What the reader can do about a meeting now. */
export function MeetingAnswer({ meeting }: { meeting: Meeting }): ReactNode {
  const { edition } = useEdition();
  const step = useMeetingStep();
  const [doing, setDoing] = useState<Doing>('nothing');
  const own = useOwnPeople(meeting);
  if (meeting.state !== 'requested' && meeting.state !== 'accepted') return null;
  const take: Take = (route, body) =>
    step.mutate(
      {
        route,
        input: {
          params: { edition: edition.slug, meeting: meeting.id },
          body: { version: meeting.version, ...body },
        },
      },
      { onSuccess: () => setDoing('nothing') },
    );
  const answering = { meeting, own, isBusy: step.isPending, take };
  const mayPropose = needsMyAnswer(meeting) || (meeting.state === 'accepted' && meeting.turn === null);
  return (
    <section className="stack">
      {needsMyAnswer(meeting) && doing === 'nothing' && <Accepting {...answering} />}
      {doing === 'proposing' && <Proposing {...answering} />}
      {doing === 'swapping' && <Swapping {...answering} />}
      {step.error && (
        <Refusal
          problem={problemIn(step.error)}
          onPropose={
            mayPropose
              ? (suggested) => take(requests.proposeTimes, { suggested, participants: own.people })
              : undefined
          }
        />
      )}
      <OtherSteps {...answering} doing={doing} onTurn={setDoing} mayPropose={mayPropose} />
    </section>
  );
}

function Accepting({ meeting, own, isBusy, take }: Answering): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <h2>{t('meetings.choose-time')}</h2>
      {awaitsRelease(meeting) && <p className="second">{t('control.before-accepting')}</p>}
      {own.members.length > 1 && !awaitsRelease(meeting) && (
        <PeopleChoice members={own.members} chosen={own.people} onChange={own.choose} />
      )}
      <ul className="ruled">
        {meeting.suggested.map((start) => (
          <li key={start} className="suggested">
            <Span start={start} end={null} />
            <button
              className="button"
              data-kind="main"
              type="button"
              disabled={isBusy || own.people.length === 0 || awaitsRelease(meeting)}
              onClick={() => take(requests.acceptMeeting, { start, participants: own.people })}
            >
              {t('meetings.accept')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Proposing({ meeting, own, isBusy, take }: Answering): ReactNode {
  const { t } = useTranslation();
  const [times, setTimes] = useState<string[]>([]);
  return (
    <div className="stack">
      <SlotChoice
        fromTeam={ownSide(meeting).teamId}
        toTeam={otherSide(meeting).teamId}
        meeting={meeting.id}
        chosen={times}
        onChange={setTimes}
        most={6}
      />
      <p>
        <button
          className="button"
          data-kind="main"
          type="button"
          disabled={times.length === 0 || isBusy}
          onClick={() => take(requests.proposeTimes, { suggested: times, participants: own.people })}
        >
          {t('meetings.send-proposal')}
        </button>
      </p>
    </div>
  );
}

function Swapping({ own, isBusy, take }: Answering): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <PeopleChoice members={own.members} chosen={own.people} onChange={own.choose} />
      <p>
        <button
          className="button"
          data-kind="main"
          type="button"
          disabled={own.people.length === 0 || isBusy}
          onClick={() => take(agreedMeetings.swapParticipants, { participants: own.people })}
        >
          {t('meetings.send-people')}
        </button>
      </p>
    </div>
  );
}

type OtherStepsProps = Answering & { doing: Doing; onTurn: (doing: Doing) => void; mayPropose: boolean };

function OtherSteps({ meeting, own, isBusy, take, doing, onTurn, mayPropose }: OtherStepsProps): ReactNode {
  const { t } = useTranslation();
  const { firm } = otherSide(meeting);
  const isMine = needsMyAnswer(meeting);
  const turn = (what: Doing, label: string) => (
    <button
      className="button"
      type="button"
      aria-expanded={doing === what}
      onClick={() => onTurn(doing === what ? 'nothing' : what)}
    >
      {label}
    </button>
  );
  return (
    <div className="line-up">
      {mayPropose && turn('proposing', t('meetings.propose'))}
      {meeting.state === 'accepted' && own.members.length > 1 && turn('swapping', t('meetings.swap'))}
      {meeting.state === 'requested' && awaitsRelease(meeting) && turn('swapping', t('control.say-who'))}
      {isMine && (
        <ConfirmButton
          label={t('meetings.decline')}
          question={t('meetings.decline-touches', { firm })}
          disabled={isBusy}
          onConfirm={() => take(requests.declineMeeting, { message: '' })}
        />
      )}
      {meeting.turn !== null && !isMine && (
        <ConfirmButton
          label={t('meetings.withdraw')}
          question={t('meetings.withdraw-touches', { firm })}
          disabled={isBusy}
          onConfirm={() => take(requests.withdrawMeeting, {})}
        />
      )}
      {meeting.state === 'accepted' && (
        <ConfirmButton
          kind="grave"
          label={t('meetings.cancel')}
          question={t('meetings.cancel-touches', { firm })}
          disabled={isBusy}
          onConfirm={() => take(agreedMeetings.cancelMeeting, { message: '' })}
        />
      )}
    </div>
  );
}

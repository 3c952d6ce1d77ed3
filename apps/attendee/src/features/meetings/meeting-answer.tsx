import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readFirm } from '@forum/contract/firms';
import * as contract from '@forum/contract/meetings';
import { type Problem } from '@forum/contract/problem';
import { type Route } from '@forum/contract/route';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { needsMyAnswer, ownSide } from './meeting-view.ts';
import { PeopleChoice } from './people-choice.tsx';
import { SlotChoice } from './slot-choice.tsx';
import { useMeetingStep } from './use-meeting-step.ts';

type Meeting = contract.Meeting;
type Doing = 'nothing' | 'proposing' | 'swapping' | 'cancelling';

/** What the reader can do about a meeting now. */
export function MeetingAnswer({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const step = useMeetingStep();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [times, setTimes] = useState<string[]>([]);
  const { members, people, setPeople } = usePeople(meeting);
  const take = (route: Route, body: object) =>
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
  const isMine = needsMyAnswer(meeting);
  const isOpen = meeting.state === 'requested' || meeting.state === 'accepted';
  if (!isOpen) return null;
  return (
    <section className="stack">
      {isMine && doing === 'nothing' && (
        <div className="stack-tight">
          <h2>{t('meetings.choose-time')}</h2>
          {members.length > 1 && <PeopleChoice members={members} chosen={people} onChange={setPeople} />}
          <ul className="stack-tight">
            {meeting.suggested.map((start) => (
              <li key={start} className="apart">
                <Span start={start} end={null} />
                <button
                  className="button"
                  data-kind="main"
                  type="button"
                  disabled={step.isPending || people.length === 0}
                  onClick={() => take(contract.acceptMeeting, { start, participants: people })}
                >
                  {t('meetings.accept')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {doing === 'proposing' && (
        <>
          <SlotChoice
            fromTeam={ownSide(meeting).teamId}
            toTeam={(meeting.side === 'to' ? meeting.from : meeting.to).teamId}
            meeting={meeting.id}
            chosen={times}
            onChange={setTimes}
            most={6}
          />
          <button
            className="button"
            data-kind="main"
            type="button"
            disabled={times.length === 0 || step.isPending}
            onClick={() => take(contract.proposeTimes, { suggested: times, participants: people })}
          >
            {t('meetings.send-proposal')}
          </button>
        </>
      )}
      {doing === 'swapping' && (
        <>
          <PeopleChoice members={members} chosen={people} onChange={setPeople} />
          <button
            className="button"
            data-kind="main"
            type="button"
            disabled={people.length === 0 || step.isPending}
            onClick={() => take(contract.swapParticipants, { participants: people })}
          >
            {t('meetings.send-people')}
          </button>
        </>
      )}
      {doing === 'cancelling' && (
        <div className="panel stack-tight">
          <p>
            {t('meetings.cancel-touches', { firm: (meeting.side === 'to' ? meeting.from : meeting.to).firm })}
          </p>
          <button
            className="button"
            data-kind="grave"
            type="button"
            disabled={step.isPending}
            onClick={() => take(contract.cancelMeeting, { message: '' })}
          >
            {t('meetings.cancel-really')}
          </button>
        </div>
      )}
      {step.error && <Refusal problem={problemIn(step.error)} />}
      <p className="line-up">
        {isMine && (
          <button
            className="button"
            type="button"
            disabled={step.isPending}
            onClick={() => take(contract.declineMeeting, { message: '' })}
          >
            {t('meetings.decline')}
          </button>
        )}
        {(isMine || (meeting.state === 'accepted' && meeting.turn === null)) && (
          <Turn doing={doing} what="proposing" label={t('meetings.propose')} onTurn={setDoing} />
        )}
        {meeting.turn !== null && !isMine && (
          <button
            className="button"
            type="button"
            disabled={step.isPending}
            onClick={() => take(contract.withdrawMeeting, {})}
          >
            {t('meetings.withdraw')}
          </button>
        )}
        {meeting.state === 'accepted' && (
          <>
            {members.length > 1 && (
              <Turn doing={doing} what="swapping" label={t('meetings.swap')} onTurn={setDoing} />
            )}
            <Turn doing={doing} what="cancelling" label={t('meetings.cancel')} onTurn={setDoing} grave />
          </>
        )}
      </p>
    </section>
  );
}

function Turn({
  doing,
  what,
  label,
  onTurn,
  grave = false,
}: {
  doing: Doing;
  what: Doing;
  label: string;
  onTurn: (doing: Doing) => void;
  grave?: boolean;
}): ReactNode {
  return (
    <button
      className="button"
      data-kind={grave ? 'grave' : undefined}
      type="button"
      aria-expanded={doing === what}
      onClick={() => onTurn(doing === what ? 'nothing' : what)}
    >
      {label}
    </button>
  );
}

/** Whom the reader's team can send, and whom it sends as things stand. */
function usePeople(meeting: Meeting) {
  const { edition } = useEdition();
  const standing = useStanding();
  const own = ownSide(meeting);
  const firm = useQuery(queryOf(readFirm, { params: { edition: edition.slug, firm: own.firmId } })).data;
  const members = firm?.teams.find((team) => team.id === own.teamId)?.members ?? [];
  const named = own.people.map((person) => person.delegateId);
  const usual = named.length > 0 ? named : standing?.delegateId ? [standing.delegateId] : [];
  const [chosen, setPeople] = useState<string[] | null>(null);
  return { members, people: chosen ?? usual, setPeople };
}

interface Refused {
  obstacles?: { code: string; who: string | null }[];
  next?: { start: string; end: string }[];
}

/** What stands in the way, and the times that work instead. */
function Refusal({ problem }: { problem: Problem }): ReactNode {
  const { t } = useTranslation();
  const { obstacles = [], next = [] } = (problem.details ?? {}) as Refused;
  if (obstacles.length === 0) return <ProblemNotice problem={problem} />;
  return (
    <div className="notice" data-tone="problem" role="alert">
      <div className="stack-tight">
        {obstacles.map((obstacle, i) => (
          <p key={i}>{t(`obstacle.${obstacle.code}`, { who: obstacle.who })}</p>
        ))}
        {next.length > 0 && (
          <>
            <p>{t('meetings.next-times')}</p>
            <ul>
              {next.map((time) => (
                <li key={time.start}>
                  <Span start={time.start} end={time.end} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

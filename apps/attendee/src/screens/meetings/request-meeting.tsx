import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readFirm } from '@forum/contract/firms/firms';
import { requestMeeting } from '@forum/contract/meetings/requests';
import { SelectField, TextArea, TextField } from '@forum/ui/forms/field';
import { Empty, ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { RouteOutput } from '@forum/contract/route';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { ReadThing } from '../../components/read-thing.tsx';
import { BackTo } from '../../components/back-to.tsx';
import { EntryChoice } from '../../features/export-control/entry-choice.tsx';
import { PeopleChoice } from '../../features/meetings/people-choice.tsx';
import { SlotChoice } from '../../features/meetings/slot-choice.tsx';
import { useMeetingStep } from '../../features/meetings/use-meeting-step.ts';

type FirmPage = RouteOutput<typeof readFirm>;

/** Asking a firm for a meeting: what about, who comes, and which times suit. */
export function RequestMeeting(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm = '' } = useParams();
  const standing = useStanding();
  const theirs = useQuery(queryOf(readFirm, { params: { edition: edition.slug, firm } }));
  const ours = useQuery({
    ...queryOf(readFirm, { params: { edition: edition.slug, firm: standing?.firmId ?? '' } }),
    enabled: Boolean(standing?.firmId),
  });
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/firms/${firm}`} label={theirs.data?.name ?? t('nav.firms')} />
      <ReadThing what="firm" list={{ to: `/e/${edition.slug}/firms`, label: t('nav.firms') }} query={theirs}>
        {(other) => (
          <>
            <Heading tab={t('meetings.ask-title', { firm: other.name })} />
            {standing?.firmId ? (
              <Read query={ours}>{(own) => <RequestForm own={own} other={other} />}</Read>
            ) : (
              <Empty title={t('not-there.ask-firms-only')} />
            )}
          </>
        )}
      </ReadThing>
    </div>
  );
}

function RequestForm({ own, other }: { own: FirmPage; other: FirmPage }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const navigate = useNavigate();
  const step = useMeetingStep();
  const [fromTeam, setFromTeam] = useState(
    own.teams.find((team) => team.members.some((one) => one.id === standing?.delegateId))?.id ??
      own.teams[0]?.id ??
      '',
  );
  const [toTeam, setToTeam] = useState(other.teams[0]?.id ?? '');
  const [topic, setTopic] = useState('');
  const [message, setMessage] = useState('');
  const [controlEntries, setControlEntries] = useState<string[]>([]);
  const [suggested, setSuggested] = useState<string[]>([]);
  const members = own.teams.find((team) => team.id === fromTeam)?.members ?? [];
  const [people, setPeople] = useState<string[]>(standing?.delegateId ? [standing.delegateId] : []);
  const participants = people.filter((id) => members.some((member) => member.id === id));
  const isReady = topic.trim() !== '' && suggested.length > 0 && participants.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    step.mutate(
      {
        route: requestMeeting,
        input: {
          params: { edition: edition.slug },
          body: {
            fromTeamId: fromTeam,
            toTeamId: toTeam,
            participants,
            topic,
            message,
            suggested,
            controlEntries,
          },
        },
      },
      {
        onSuccess: (meeting) => void navigate(`/e/${edition.slug}/meetings/${meeting.id}`, { replace: true }),
      },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={t('meetings.topic')}
        required
        maxLength={160}
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
      />
      <TextArea
        label={t('meetings.message')}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      <EntryChoice chosen={controlEntries} onChange={setControlEntries} />
      {other.teams.length > 1 && (
        <TeamChoice
          label={t('meetings.their-team')}
          teams={other.teams}
          value={toTeam}
          onChange={setToTeam}
        />
      )}
      {own.teams.length > 1 && (
        <TeamChoice
          label={t('meetings.our-team')}
          teams={own.teams}
          value={fromTeam}
          onChange={setFromTeam}
        />
      )}
      <PeopleChoice members={members} chosen={participants} onChange={setPeople} />
      {fromTeam && toTeam && (
        <SlotChoice fromTeam={fromTeam} toTeam={toTeam} chosen={suggested} onChange={setSuggested} most={6} />
      )}
      {step.error && <ProblemNotice problem={problemIn(step.error)} />}
      <p>
        <button className="button" data-kind="main" type="submit" disabled={!isReady || step.isPending}>
          {t('meetings.send')}
        </button>
      </p>
    </form>
  );
}

function TeamChoice({
  label,
  teams,
  value,
  onChange,
}: {
  label: string;
  teams: FirmPage['teams'];
  value: string;
  onChange: (id: string) => void;
}): ReactNode {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {teams.map((team) => (
        <option key={team.id} value={team.id}>
          {team.name}
        </option>
      ))}
    </SelectField>
  );
}

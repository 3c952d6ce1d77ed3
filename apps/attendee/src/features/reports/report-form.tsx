import { problemIn } from '@forum/client/http';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { type MeetingReport, readReport, saveReport } from '@forum/contract/outcomes/reports';
import { meetingViews } from '@forum/domain/outcomes/meeting-report';
import { SelectField, TextArea } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedThing } from '../../components/opened.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { FollowUps } from './follow-ups.tsx';
import { Rating } from './rating.tsx';

interface ReportFormProps {
  meeting: Meeting;
  own: MeetingReport | null;
  opened: OpenedThing;
}

/** What one's side says of a meeting: whether it was held, what it was worth, and what to do next. */
export function ReportForm({ meeting, own, opened }: ReportFormProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [view, setView] = useState<MeetingReport['view']>(own?.view ?? 'held');
  const [rating, setRating] = useState(own?.rating ?? null);
  const [note, setNote] = useState(own?.note ?? '');
  const [followUps, setFollowUps] = useState(own?.followUps ?? []);
  const save = useWrite(saveReport, readReport);
  const isWhole = followUps.every(({ what, due }) => what.trim() !== '' && due !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      {
        params: { edition: edition.slug, meeting: meeting.id },
        body: { version: opened.seen, view, rating, note, followUps },
      },
      { onSuccess: ({ version }) => opened.saved(version) },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <SelectField
        label={t('report.view')}
        value={view}
        onChange={(event) => setView(meetingViews.find((one) => one === event.target.value) ?? view)}
      >
        {meetingViews.map((one) => (
          <option key={one} value={one}>
            {t(`report.says.${one}`)}
          </option>
        ))}
      </SelectField>
      <Rating value={rating} onChange={setRating} />
      <TextArea
        label={t('report.note')}
        hint={t('report.note-hint')}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FollowUps value={followUps} onChange={setFollowUps} />
      {!save.isPending && opened.notice}
      {save.error && !opened.notice && <ProblemNotice problem={problemIn(save.error)} />}
      {own && !save.isPending && !save.error && !opened.notice && (
        <Notice tone="good">
          <p>{own.by ? t('report.saved-by', { name: own.by }) : t('report.saved')}</p>
        </Notice>
      )}
      <p>
        <button
          className="button"
          data-kind="main"
          type="submit"
          disabled={!isWhole || save.isPending || opened.notice !== null}
        >
          {t('report.save')}
        </button>
      </p>
    </form>
  );
}

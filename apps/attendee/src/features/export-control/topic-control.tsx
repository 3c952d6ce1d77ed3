import { problemIn } from '@forum/client/http';
import { releaseMeeting } from '@forum/contract/meetings/export-control';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import type { TopicControl } from '@forum/contract/meetings/topic-control';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useActing, useEdition, useStanding } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { articleIn } from '../../components/article.ts';
import { Sign, type Tone } from '../../components/sign.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { entryTitle } from './list-entries.ts';
import { SecondPerson } from './second-person.tsx';

type Side = TopicControl['waitingFor'][number];

const tones: Record<TopicControl['state'], Tone> = {
  free: 'good',
  released: 'good',
  waiting: 'care',
  forbidden: 'bad',
};

/** A listed topic: what it touches, which releases are awaited and from whom, and who has released it. */
export function TopicControlPanel({
  meeting,
  control,
}: {
  meeting: Meeting;
  control: TopicControl;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const isOpen = meeting.state === 'requested' || meeting.state === 'accepted';
  return (
    <section className="panel stack" aria-labelledby="control">
      <h2 id="control">{t('control.title')}</h2>
      <ul className="stack-tight">
        {control.entries.map((entry) => (
          <li key={entry}>{entryTitle(entry, i18n.language)}</li>
        ))}
      </ul>
      <div className="stack-tight">
        <Sign tone={tones[control.state]}>{t(`control.state.${control.state}`)}</Sign>
        <p className="second">{t(`control.means.${control.state}`)}</p>
      </div>
      {isOpen && (control.state === 'waiting' || control.seconds.length > 0) && (
        <ul className="ruled">
          {(['from', 'to'] as const).map((side) => (
            <li key={side} className="stack-tight awaited">
              <Awaited side={side} meeting={meeting} control={control} />
            </li>
          ))}
        </ul>
      )}
      {control.rule && (
        <p className="note citation">
          {control.rule.act}, {articleIn(control.rule.article, t)}
          {!control.rule.verified && ` · ${t('routes.recalled')}`}
        </p>
      )}
      {control.log.length > 0 && <Log meeting={meeting} log={control.log} />}
    </section>
  );
}

function Awaited({
  side,
  meeting,
  control,
}: {
  side: Side;
  meeting: Meeting;
  control: TopicControl;
}): ReactNode {
  const { t } = useTranslation();
  const isOurs = meeting.side === side;
  const officers = control.officers.filter((officer) => officer.side === side);
  const isAwaited = control.waitingFor.includes(side);
  const names = officers.map(({ name }) => name).join(', ');
  const second = control.seconds.find((one) => one.side === side);
  return (
    <>
      <p className="apart">
        <strong>{meeting[side].firm}</strong>
        <Sign tone={isAwaited ? 'care' : 'good'}>
          {isAwaited ? t('control.awaited') : t('control.given')}
        </Sign>
      </p>
      {control.unnamed.includes(side) && (
        <p className="second">{isOurs ? t('control.name-people') : t('control.they-name-people')}</p>
      )}
      {isAwaited && isOurs && (
        <p className="second">
          {officers.length > 0 ? t('control.officers', { names }) : t('control.no-officers')}
        </p>
      )}
      {isAwaited && !isOurs && <p className="second">{t('control.their-officers')}</p>}
      {isAwaited && isOurs && !second && control.unnamed.length === 0 && (
        <Release meeting={meeting} control={control} />
      )}
      {second && <SecondPerson meeting={meeting} second={second} />}
    </>
  );
}

function Release({ meeting, control }: { meeting: Meeting; control: TopicControl }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const acting = useActing();
  const release = useWrite(releaseMeeting, listMeetings, readMeeting);
  const isOfficer = control.officers.some(({ delegateId }) => delegateId === standing?.delegateId);
  if (!isOfficer || acting) return null;
  return (
    <>
      <p>
        <ConfirmButton
          label={t('control.release')}
          confirmKind="main"
          question={t('control.release-touches', { entries: control.entries.join(', ') })}
          disabled={release.isPending}
          onConfirm={() =>
            release.mutate({
              params: { edition: edition.slug, meeting: meeting.id },
              body: { version: meeting.version },
            })
          }
        />
      </p>
      {release.error && <ProblemNotice problem={problemIn(release.error)} />}
    </>
  );
}

function Log({ meeting, log }: { meeting: Meeting; log: TopicControl['log'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('control.log', { count: log.length })}</summary>
      <ul className="ruled">
        {log.map(({ side, by, at, lapsedAt }) => (
          <li key={`${side}${at}`} className="awaited">
            <p>
              {by ? t('control.released-by', { name: by, firm: meeting[side].firm }) : meeting[side].firm}
            </p>
            <p className="note">
              <Span start={at} end={null} />
              {lapsedAt && (
                <>
                  {' '}
                  · {t('control.lapsed')} <Span start={lapsedAt} end={null} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

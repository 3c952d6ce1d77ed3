import { queryOf } from '@forum/client/query';
import { listInterpreters } from '@forum/contract/meetings/interpreters';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { listPlanAbsences } from '@forum/contract/matchmaking/planning/absences';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { listPlanRuns, readPlanRun, readPlanScope } from '@forum/contract/matchmaking/planning/plan-runs';
import {
  type PlanEffect,
  publishPlanRun,
  readPlanEffect,
} from '@forum/contract/matchmaking/planning/publication';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { Changes } from './changes.tsx';

/** Makes meetings of the plan: first it says what changes and whom it touches, by the edition as it is now. */
export function Publication({ run }: { run: PlanDetail }): ReactNode {
  const { edition } = useEdition();
  const query = useQuery(queryOf(readPlanEffect, { params: { edition: edition.slug, run: run.id } }));
  return (
    <Read query={query}>
      {({ effect, overtakenAt }) => (
        <>
          {run.publishedAt && <Published at={run.publishedAt} effect={effect} />}
          {!run.publishedAt && overtakenAt && <Overtaken at={overtakenAt} />}
          {!run.publishedAt && !overtakenAt && effect && <ToPublish run={run} effect={effect} />}
          {run.kind === 'repair' && effect && <Changes effect={effect} />}
        </>
      )}
    </Read>
  );
}

/** What it did is not known of runs that were published long ago. */
function Published({ at, effect }: { at: string; effect: PlanEffect | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice tone="good">
      <p>
        {t('planner.published-at')} <Span start={at} end={null} />
      </p>
      {effect && (
        <>
          <p>
            {t('planner.made', { ...effect })} <Requests effect={effect} />
          </p>
          <Interpreted effect={effect} />
          <Refused effect={effect} />
        </>
      )}
    </Notice>
  );
}

function Overtaken({ at }: { at: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice tone="care">
      <p>
        <strong>{t('planner.overtaken')}</strong> <Span start={at} end={null} />
      </p>
      <p>{t('planner.overtaken-hint')}</p>
    </Notice>
  );
}

function ToPublish({ run, effect }: { run: PlanDetail; effect: PlanEffect }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [asking, setAsking] = useState(false);
  const publish = useWrite(
    publishPlanRun,
    listPlanRuns,
    readPlanRun,
    readPlanEffect,
    readPlanScope,
    listPlanAbsences,
    listAllMeetings,
    listInterpreters,
  );
  const action = t(run.kind === 'repair' ? 'planner.publish-repair' : 'planner.publish');
  return (
    <>
      {!asking && (
        <p>
          <button className="button" data-kind="main" type="button" onClick={() => setAsking(true)}>
            {action}
          </button>
        </p>
      )}
      {asking && (
        <Confirmation
          title={t('planner.will-change', { ...effect })}
          touched={[]}
          action={action}
          grave={effect.cancelled > 0}
          busy={publish.isPending}
          onConfirm={() =>
            publish.mutate({ params: { edition: edition.slug, run: run.id }, body: { version: run.version } })
          }
          onLeave={() => setAsking(false)}
        >
          <p>
            {t('planner.touches', { firms: effect.firms, people: effect.people })}{' '}
            <Requests effect={effect} />
          </p>
          <Interpreted effect={effect} />
          <Away run={run} />
          <Refused effect={effect} />
        </Confirmation>
      )}
      <Failure error={publish.error} />
    </>
  );
}

function Requests({ effect: { requestsClosed: count } }: { effect: PlanEffect }): ReactNode {
  const { t } = useTranslation();
  return count > 0 ? t('planner.requests-closed', { count }) : null;
}

/** Meetings that get another interpreter where they are, and those that are left without one. */
function Interpreted({ effect: { interpreted, uninterpreted } }: { effect: PlanEffect }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  return (
    <>
      {interpreted > 0 && <p>{t('planner.interpreted-anew', { count: interpreted })}</p>}
      {uninterpreted > 0 && (
        <p>
          {t('planner.uninterpreted', { count: uninterpreted })}{' '}
          <Link to={`/${edition.slug}/interpreters`}>{t('desk.interpreters')}</Link>
        </p>
      )}
    </>
  );
}

/** What the publication says of later plans. */
function Away({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const away = run.happened.filter(({ event }) => ['firm-cancels', 'firm-away'].includes(event.kind));
  if (away.length === 0) return null;
  return <p>{t('planner.stays-away', { firms: away.map(({ firm }) => firm).join(', ') })}</p>;
}

function Refused({ effect }: { effect: PlanEffect }): ReactNode {
  const { t } = useTranslation();
  if (effect.refused.length === 0) return null;
  return (
    <>
      <p>{t('planner.cannot', { count: effect.refused.length })}</p>
      <ul className="touched">
        {effect.refused.map(({ firms: [a, b], reason }) => (
          <li key={`${a}${b}`}>
            {a} – {b}: {t(`planner.refused.${reason}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

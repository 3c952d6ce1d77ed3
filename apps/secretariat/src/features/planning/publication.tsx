import { listInterpreters } from '@forum/contract/interpreters';
import { listAllMeetings } from '@forum/contract/meetings';
import {
  listPlanRuns,
  type PlanDetail,
  publishPlanRun,
  readPlanRun,
  readPlanScope,
} from '@forum/contract/planning';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** Makes meetings of the plan: first it says how many and whom it touches. */
export function Publication({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [asking, setAsking] = useState(false);
  const publish = useWrite(
    publishPlanRun,
    listPlanRuns,
    readPlanRun,
    readPlanScope,
    listAllMeetings,
    listInterpreters,
  );
  if (run.publishedAt) {
    return (
      <Notice tone="good">
        <p>
          {t('planner.published-at')} <Span start={run.publishedAt} end={null} />
        </p>
        {publish.data && <p>{t('planner.made', publish.data)}</p>}
        {(publish.data?.uninterpreted ?? 0) > 0 && (
          <p>
            {t('planner.uninterpreted', { count: publish.data?.uninterpreted })}{' '}
            <Link to={`/${edition.slug}/interpreters`}>{t('desk.interpreters')}</Link>
          </p>
        )}
        {publish.data?.refused.map(({ firms: [a, b], reason }) => (
          <p key={`${a}${b}`}>
            {a} – {b}: {t(`planner.refused.${reason}`)}
          </p>
        ))}
      </Notice>
    );
  }
  const concerned = new Set(run.meetings.filter(({ slot }) => slot !== null).flatMap(({ firms }) => firms));
  return (
    <>
      {!asking && (
        <p>
          <button className="button" data-kind="main" type="button" onClick={() => setAsking(true)}>
            {t(run.kind === 'repair' ? 'planner.publish-repair' : 'planner.publish')}
          </button>
        </p>
      )}
      {asking && (
        <Confirmation
          title={t(run.kind === 'repair' ? 'planner.will-repair' : 'planner.will-publish', {
            count: run.kind === 'repair' ? run.moved : run.held,
            firms: concerned.size,
          })}
          touched={[]}
          action={t(run.kind === 'repair' ? 'planner.publish-repair' : 'planner.publish')}
          busy={publish.isPending}
          onConfirm={() =>
            publish.mutate({ params: { edition: edition.slug, run: run.id }, body: { version: run.version } })
          }
          onLeave={() => setAsking(false)}
        />
      )}
      <Failure error={publish.error} />
    </>
  );
}

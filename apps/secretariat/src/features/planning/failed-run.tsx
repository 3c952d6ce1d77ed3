import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { listPlanRuns, startPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** A run that came to nothing: why, how far it had come, and the same again. */
export function FailedRun({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const navigate = useNavigate();
  const start = useWrite(startPlanRun, listPlanRuns);
  const { asked, hall, seed, seconds, happened } = run;
  const last = run.progress.at(-1);
  return (
    <Notice tone="problem">
      <p>{t(run.failure === 'lost' ? 'planner.lost' : 'planner.failed')}</p>
      {last && <p>{t('planner.had-come', { leftOut: last.leftOut, breaks: last.breaks })}</p>}
      <Failure error={start.error} />
      {asked && (
        <p>
          <button
            className="button"
            type="button"
            disabled={start.isPending}
            onClick={() =>
              start.mutate(
                {
                  params: { edition: edition.slug },
                  body: {
                    hallId: hall.id,
                    seed,
                    seconds,
                    ...asked,
                    events: happened.map(({ event }) => event),
                  },
                },
                { onSuccess: ({ id }) => void navigate(`/${edition.slug}/planner/${id}`) },
              )
            }
          >
            {t('planner.again')}
          </button>
        </p>
      )}
    </Notice>
  );
}

import type { PlanRun } from '@forum/contract/matchmaking/planning/plan-run';
import { Icon, type IconName } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const signs: Record<string, IconName> = {
  running: 'today',
  done: 'check',
  published: 'check',
  infeasible: 'warning',
  failed: 'warning',
};

/** How a run stands, as a word and a sign. */
export function RunState({ run }: { run: PlanRun }): ReactNode {
  const { t } = useTranslation();
  const state = run.publishedAt ? 'published' : run.state;
  return (
    <span className="run-state" data-state={state}>
      <Icon name={signs[state] ?? 'info'} /> {t(`planner.states.${state}`)}
    </span>
  );
}

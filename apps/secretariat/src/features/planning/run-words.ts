import type { Happened, PlanRun } from '@forum/contract/matchmaking/planning/plan-run';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useTranslation } from 'react-i18next';

/** How a run is called, what a repair is for, and what a run was asked: so that runs can be told apart. */
export function useRunWords() {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const at = (instant: string) =>
    `${dayNameIn(instant, edition.zone, i18n.language)} ${clockIn(instant, edition.zone)}`;
  const span = (from: string, until: string) => t('planner.span', { from: at(from), until: at(until) });
  const eventWords = ({ event, firm, with: other, table, interpreter }: Happened): string => {
    const [one, two] = [firm ?? '?', other ?? '?'];
    switch (event.kind) {
      case 'firm-cancels':
        return t('planner.said.firm-cancels', { firm: one });
      case 'firm-away':
        return t('planner.said.firm-away', { firm: one, span: span(event.from, event.until) });
      case 'table-closed':
        return t('planner.said.table-closed', { table: table ?? '?', span: span(event.from, event.until) });
      case 'interpreter-away':
        return t('planner.said.interpreter-away', {
          interpreter: interpreter ?? '?',
          span: span(event.from, event.until),
        });
      case 'meeting-added':
        return t('planner.said.meeting-added', { firm: one, other: two });
      case 'places-lost':
        return t('planner.said.places-lost');
    }
  };
  return {
    at,
    nameOf: ({ kind, number }: PlanRun) => t(`planner.name.${kind}`, { number }),
    happenedWords: ({ happened }: PlanRun) => happened.map(eventWords).join('; '),
    askedWords: ({ asked, seed, seconds }: PlanRun) =>
      [
        t('planner.asked.seed', { seed }),
        typeof asked?.iterations === 'number'
          ? t('planner.asked.iterations', { iterations: asked.iterations })
          : t('planner.asked.seconds', { seconds }),
        asked && !asked.mustsAreMandatory && t('planner.asked.musts-may-fall'),
        asked && !asked.onlyInterpreted && t('planner.asked.uninterpreted-too'),
        asked?.mostInARow && t('planner.asked.in-a-row', { count: asked.mostInARow }),
      ]
        .filter(Boolean)
        .join(' · '),
    heldWords: ({ held, wanted }: PlanRun) => (wanted === 0 ? '–' : `${held}/${wanted}`),
  };
}

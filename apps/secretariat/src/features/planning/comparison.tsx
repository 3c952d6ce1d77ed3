import { queryOf } from '@forum/client/query';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { PlanRun } from '@forum/contract/matchmaking/planning/plan-run';
import { readPlanRun } from '@forum/contract/matchmaking/planning/plan-runs';
import { comparePlans } from '@forum/domain/planning/compare-plans';
import { SelectField } from '@forum/ui/forms/field';
import { forumDay } from '@forum/domain/time/forum-day';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunWords } from './run-words.ts';
import { termOf } from './terms.ts';

/** Who gains and who loses between another run and this one. */
export function Comparison({ run, others }: { run: PlanDetail; others: readonly PlanRun[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [other, setOther] = useState('');
  const { at, nameOf, happenedWords, askedWords, heldWords } = useRunWords();
  const choices = others.filter(({ id, state }) => id !== run.id && state === 'done');
  const query = useQuery({
    ...queryOf(readPlanRun, { params: { edition: edition.slug, run: other } }),
    enabled: other !== '',
  });
  if (choices.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="comparison-title">
      <h3 id="comparison-title">{t('planner.compare')}</h3>
      <SelectField
        label={t('planner.compare-with')}
        value={other}
        onChange={(event) => setOther(event.target.value)}
      >
        <option value="">{t('planner.choose-run')}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {[
              nameOf(one),
              at(one.createdAt),
              happenedWords(one) || askedWords(one),
              heldWords(one),
              t('planner.breaks', { count: termOf(one, 'breaks')?.value ?? 0 }),
            ].join(' · ')}
          </option>
        ))}
      </SelectField>
      {other && <Read query={query}>{(earlier) => <Differences from={earlier} to={run} />}</Read>}
    </section>
  );
}

const planned = ({ meetings }: PlanDetail) =>
  meetings.flatMap(({ id, firms, slot, table }) =>
    slot === null ? [] : [{ id, firms, slot, table: table ?? '' }],
  );

function Differences({ from, to }: { from: PlanDetail; to: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const days = to.slots.map(({ start }) => forumDay(start, edition));
  const changes = comparePlans(planned(from), planned(to), (slot) => days.indexOf(days[slot] ?? ''));
  const nameOf = new Map([...from.firms, ...to.firms].map(({ id, name }) => [id, name]));
  if (changes.length === 0) return <p>{t('planner.same')}</p>;
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="note">{t('planner.differ', { count: changes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planner.firm')}</th>
            <th scope="col">{t('planner.gained')}</th>
            <th scope="col">{t('planner.no-longer')}</th>
            <th scope="col">{t('planner.moved')}</th>
            <th scope="col">{t('planner.term.breaks')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, 100).map(({ firmId, gained, lost, moved, breaks }) => (
            <tr key={firmId}>
              <td>{nameOf.get(firmId)}</td>
              <td className="figures">{gained.length}</td>
              <td className="figures">{lost.length}</td>
              <td className="figures">{moved.length}</td>
              <td className="figures">
                {breaks[0]} → {breaks[1]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const [width, height, left, bottom] = [520, 160, 36, 22];

/** How the plan improved: breaks over time as steps, the proven bound as a line below which no plan can go. */
export function RunChart({ run }: { run: PlanDetail }): ReactNode {
  const { t } = useTranslation();
  const points = run.progress;
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const end = Math.max(1, last.after);
  const most = Math.max(1, ...points.map(({ breaks }) => breaks));
  const x = (after: number) => left + (after / end) * (width - left - 8);
  const y = (breaks: number) => 10 + (1 - breaks / most) * (height - bottom - 10);
  const line = points
    .map(
      ({ after, breaks }, i) =>
        `${i === 0 ? 'M' : 'H'}${x(after)}${i === 0 ? ` ${y(breaks)}` : ` V${y(breaks)}`}`,
    )
    .join(' ');
  return (
    <figure className="chart">
      <figcaption className="second">{t('planner.chart')}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t(points[0]?.breaks === last.breaks ? 'planner.chart-same' : 'planner.chart-says', {
          from: points[0]?.breaks,
          to: last.breaks,
          bound: last.bound,
          seconds: (end / 1000).toFixed(1),
        })}
      >
        <line className="axis" x1={left} x2={width - 8} y1={y(0)} y2={y(0)} />
        <line className="bound" x1={left} x2={width - 8} y1={y(last.bound)} y2={y(last.bound)} />
        <path className="steps" d={line} />
        <text x={left - 6} y={y(most) + 4} textAnchor="end">
          {most}
        </text>
        <text x={left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text x={left} y={height - 6}>
          0 s
        </text>
        <text x={width - 8} y={height - 6} textAnchor="end">
          {(end / 1000).toFixed(1)} s
        </text>
      </svg>
    </figure>
  );
}

import type { RingYear } from '@forum/contract/editions/rotation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalName } from '../lib/capital-name.ts';

const size = 420;
const radius = 132;
const centre = size / 2;

/** The rotation as a picture: past hosts filled, the current one in its colour, coming ones open, proposed ones dashed. */
export function Ring({ years }: { years: readonly RingYear[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const title = years
    .map((year) =>
      year.capital
        ? `${year.year} ${capitalName(year.capital, i18n)} (${t(`ring.${year.standing}`)})`
        : `${year.year} (${t(`ring.${year.standing}`)})`,
    )
    .join(', ');
  return (
    <svg
      className="ring"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`${t('ring.title')}: ${title}`}
    >
      <circle className="orbit" cx={centre} cy={centre} r={radius} />
      <Way years={years} />
      {years.map((year, i) => (
        <Host key={year.year} year={year} angle={angleOf(i, years.length)} />
      ))}
    </svg>
  );
}

const angleOf = (i: number, count: number) => (i / count) * 2 * Math.PI - Math.PI / 2;

/** The way that the forum has come: from its first host to the current one. */
function Way({ years }: { years: readonly RingYear[] }): ReactNode {
  const current = years.findIndex((year) => year.standing === 'current');
  if (current < 1) return null;
  const [from, to] = [angleOf(0, years.length), angleOf(current, years.length)];
  const at = (angle: number) => `${centre + radius * Math.cos(angle)} ${centre + radius * Math.sin(angle)}`;
  return (
    <path
      className="way"
      d={`M ${at(from)} A ${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to)}`}
    />
  );
}

function Host({ year, angle }: { year: RingYear; angle: number }): ReactNode {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [centre + radius * cos, centre + radius * sin];
  const { t, i18n } = useTranslation();
  const anchor = Math.abs(cos) < 0.3 ? 'middle' : cos > 0 ? 'start' : 'end';
  // Labels stand outside the circle: further out the nearer they are to its top or bottom, where they would cross it.
  const gap = year.standing === 'current' ? 22 : 18;
  const away = Math.abs(cos) < 0.3 ? 0 : Math.sign(cos) * (gap - 4 * Math.abs(sin));
  const down = Math.abs(cos) < 0.3 ? (sin > 0 ? 32 : -32) : sin * 18 - 4;
  return (
    <g data-standing={year.standing} data-accent={year.capital?.accent}>
      <circle className="point" cx={x} cy={y} r={year.standing === 'current' ? 11 : 7} />
      <text x={x + away} y={y + down} textAnchor={anchor}>
        {year.capital ? capitalName(year.capital, i18n) : t(`ring.${year.standing}`)}
      </text>
      <text className="year" x={x + away} y={y + down + 17} textAnchor={anchor}>
        {year.year}
      </text>
    </g>
  );
}

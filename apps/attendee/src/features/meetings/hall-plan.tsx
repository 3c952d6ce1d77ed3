import { queryOf } from '@forum/client/query';
import { readHalls } from '@forum/contract/meetings/halls';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';

const [width, height] = [100, 64];

/** A small plan of the hall with the way from the entrance to one's table. */
export function HallPlan({ hallId, tableId }: { hallId: string; tableId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const hall = useQuery(queryOf(readHalls, { params: { edition: edition.slug } })).data?.find(
    ({ id }) => id === hallId,
  );
  const mine = hall?.tables.find(({ id }) => id === tableId);
  if (!hall || !mine) return null;
  const place = ({ x, y }: { x: number; y: number }) => ({
    x: 6 + x * (width - 12),
    y: height - 12 - y * (height - 18),
  });
  const at = place(mine);
  // The way goes along the aisle beside the table's column, then in to it.
  const aisle = at.x > 50 ? at.x - 5.6 : at.x + 5.6;
  return (
    <figure className="stack-tight">
      <svg
        className="hall-plan"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('meetings.plan', { hall: hall.name, table: mine.label })}
      >
        <path className="path" d={`M 50 ${height - 5} V ${height - 6.2} H ${aisle} V ${at.y} H ${at.x}`} />
        {hall.tables.map((table) => {
          const { x, y } = place(table);
          const isMine = table.id === tableId;
          return (
            <g key={table.id}>
              <rect
                className="table"
                data-mine={isMine}
                x={x - 3.4}
                y={y - 2.4}
                width="6.8"
                height="4.8"
                rx="0.8"
              />
              <text data-mine={isMine} x={x} y={y + 1.4} textAnchor="middle" style={{ fontSize: 3.2 }}>
                {table.label}
              </text>
            </g>
          );
        })}
        <text x="50" y={height - 1.2} textAnchor="middle" className="entrance">
          {t('meetings.entrance')}
        </text>
      </svg>
      <figcaption className="note">{t('meetings.plan-entrance')}</figcaption>
    </figure>
  );
}

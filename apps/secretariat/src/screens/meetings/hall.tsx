import { queryOf } from '@forum/client/query';
import { readHalls } from '@forum/contract/meetings/halls';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HallForm } from '../../features/hall/hall-form.tsx';
import { NewHall } from '../../features/hall/new-hall.tsx';

/** The meeting halls: hours, slots, tables. */
export function HallScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [isAdding, setAdding] = useState(false);
  const query = useQuery(queryOf(readHalls, { params: { edition: edition.slug } }));
  return (
    <div className="page">
      <Heading tab={t('desk.hall')} />
      <Read query={query}>
        {(halls) => (
          <div className="stack-wide">
            {halls.length === 0 && !isAdding && <Empty title={t('hall.none')} />}
            {halls.map((hall) => (
              <HallForm key={hall.id} hall={hall} />
            ))}
            {isAdding ? (
              <NewHall onDone={() => setAdding(false)} />
            ) : (
              <p>
                <button className="button" type="button" onClick={() => setAdding(true)}>
                  {t(halls.length === 0 ? 'hall.add-first' : 'hall.add-hall')}
                </button>
              </p>
            )}
          </div>
        )}
      </Read>
    </div>
  );
}

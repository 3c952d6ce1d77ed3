import { queryOf } from '@forum/client/query';
import { type Interpreter, listInterpreters, listUninterpreted } from '@forum/contract/meetings/interpreters';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InterpreterForm } from '../../features/interpreters/interpreter-form.tsx';
import { InterpreterTable } from '../../features/interpreters/interpreter-table.tsx';
import { Uninterpreted } from '../../features/meetings/uninterpreted.tsx';

/** Who interprets at meetings, and the meetings that still want somebody. */
export function InterpretersScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [open, setOpen] = useState<Interpreter | 'new' | null>(null);
  const params = { edition: edition.slug };
  const interpreters = useQuery(queryOf(listInterpreters, { params }));
  const wanting = useQuery(queryOf(listUninterpreted, { params }));
  const add = (
    <button className="button" data-kind="main" type="button" onClick={() => setOpen('new')}>
      {t('interpreters.add')}
    </button>
  );
  return (
    <div className="page">
      <Heading tab={t('desk.interpreters')} />
      <Read query={interpreters}>
        {(list) => (
          <>
            {list.length === 0 && open === null && (
              <Empty title={t('interpreters.empty')}>
                <p className="second">{t('interpreters.empty-text')}</p>
                {add}
              </Empty>
            )}
            {list.length > 0 && <InterpreterTable interpreters={list} onChange={setOpen} />}
            {list.length > 0 && open === null && <p>{add}</p>}
          </>
        )}
      </Read>
      {open !== null && (
        <InterpreterForm
          key={open === 'new' ? open : `${open.id}${open.version}`}
          interpreter={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      )}
      <Read query={wanting} bones={2}>
        {(meetings) => <Uninterpreted meetings={meetings} />}
      </Read>
    </div>
  );
}

import { queryOf } from '@forum/client/query';
import { decideAccreditation, decisions, type DelegateRow, listDelegates } from '@forum/contract/delegations';
import { accreditationStates } from '@forum/domain/accreditation/accreditation';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { SearchField, SelectField, TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Empty, Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { useCommand } from '../components/use-command.ts';
import { DelegateTable, orders } from '../features/accreditation/delegate-table.tsx';
import { DelegateHistory } from '../features/accreditation/delegate-history.tsx';

const pageSize = 100;

/** Who asks to come: filtered, sorted, decided one by one or many at once. */
export function AccreditationScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const [chosen, setChosen] = useState<ReadonlyMap<string, DelegateRow>>(new Map());
  const [open, setOpen] = useState<string | null>(null);
  const search = useDeferredValue(filters.read('q'));
  const order = orders.find((one) => one === filters.read('order')) ?? 'submitted';
  const state = accreditationStates.find((one) => one === filters.read('state'));
  const category = delegateCategories.find((one) => one === filters.read('category'));
  const offset = Number(filters.read('from')) || 0;
  const query = useQuery({
    ...queryOf(listDelegates, {
      params: { edition: edition.slug },
      query: {
        offset,
        limit: pageSize,
        order,
        descending: filters.read('down') ? 'true' : 'false',
        ...(search ? { search } : {}),
        ...(state ? { state } : {}),
        ...(category ? { category } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const turn = (row: DelegateRow, on: boolean) =>
    setChosen(
      (before) => new Map(on ? [...before, [row.id, row]] : [...before].filter(([id]) => id !== row.id)),
    );
  return (
    <div className="page">
      <h1>{t('desk.accreditation')}</h1>
      <div className="pair">
        <SearchField
          label={t('accredit.search')}
          value={filters.read('q')}
          onChange={(event) => filters.choose('q', event.target.value)}
        />
        <SelectField
          label={t('accredit.category')}
          value={category ?? ''}
          onChange={(event) => filters.choose('category', event.target.value)}
        >
          <option value="">{t('list.all')}</option>
          {delegateCategories.map((one) => (
            <option key={one} value={one}>
              {t(`category.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <Read query={query}>
        {({ total, counts, rows }) => (
          <>
            <div className="chips" role="group" aria-label={t('accredit.state')}>
              <button
                className="chip"
                type="button"
                aria-pressed={!state}
                onClick={() => filters.choose('state', '')}
              >
                {t('list.all')}
              </button>
              {accreditationStates.map((one) => (
                <button
                  key={one}
                  className="chip"
                  type="button"
                  aria-pressed={state === one}
                  onClick={() => filters.choose('state', one)}
                >
                  {t(`accreditation.${one}`)} <span className="count">{counts[one] ?? 0}</span>
                </button>
              ))}
            </div>
            {rows.length === 0 && <Empty title={t('accredit.none')} />}
            {rows.length > 0 && (
              <DelegateTable
                rows={rows}
                chosen={chosen}
                onTurn={turn}
                onOpen={(id) => setOpen(open === id ? null : id)}
                open={open}
                order={order}
                filters={filters}
              />
            )}
            <p className="line-up">
              <span className="note" role="status">
                {t('list.range', {
                  from: total === 0 ? 0 : offset + 1,
                  to: Math.min(offset + pageSize, total),
                  total,
                })}
              </span>
              <button
                className="button"
                type="button"
                disabled={offset === 0}
                onClick={() => filters.choose('from', String(Math.max(0, offset - pageSize)))}
              >
                {t('list.previous')}
              </button>
              <button
                className="button"
                type="button"
                disabled={offset + pageSize >= total}
                onClick={() => filters.choose('from', String(offset + pageSize))}
              >
                {t('list.next')}
              </button>
            </p>
          </>
        )}
      </Read>
      {open && <DelegateHistory delegateId={open} />}
      {chosen.size > 0 && <Decide chosen={[...chosen.values()]} onDone={() => setChosen(new Map())} />}
    </div>
  );
}

/** The decision on all that are chosen; each is answered for on its own. */
function Decide({ chosen, onDone }: { chosen: readonly DelegateRow[]; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { edition, followed } = useEdition();
  const [reason, setReason] = useState('');
  const decide = useCommand(decideAccreditation, listDelegates);
  const take = (decision: (typeof decisions)[number]) =>
    decide.mutate(
      {
        params: { edition: edition.slug },
        body: {
          decision,
          reason: reason.trim() || null,
          delegates: chosen.map(({ id, version }) => ({ id, version })),
        },
      },
      {
        onSuccess: ({ decided, refused }) => {
          followed?.absorb({ delegates: decided });
          if (refused.length === 0) onDone();
        },
      },
    );
  return (
    <div className="action-bar" role="region" aria-label={t('accredit.decide')}>
      <strong>{t('accredit.chosen', { count: chosen.length })}</strong>
      <TextField
        label={t('accredit.reason')}
        value={reason}
        maxLength={40}
        onChange={(event) => setReason(event.target.value)}
      />
      {decisions.map((decision) => (
        <button
          key={decision}
          className="button"
          data-kind={decision === 'accredit' ? 'main' : decision === 'waitlist' ? undefined : 'grave'}
          type="button"
          disabled={decide.isPending}
          onClick={() => take(decision)}
        >
          {t(`accredit.do-${decision}`)}
        </button>
      ))}
      <button className="button" data-kind="quiet" type="button" onClick={onDone}>
        {t('accredit.clear')}
      </button>
      <Failure error={decide.error} />
      {decide.data && decide.data.refused.length > 0 && (
        <Notice tone="care">
          {decide.data.refused.map((one) => (
            <p key={one.id}>
              {chosen.find((row) => row.id === one.id)?.name}:{' '}
              {t(`problem.${one.code}`, { defaultValue: one.detail })}
            </p>
          ))}
        </Notice>
      )}
    </div>
  );
}

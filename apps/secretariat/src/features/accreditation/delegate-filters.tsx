import { queryOf } from '@forum/client/query';
import { listDelegations } from '@forum/contract/delegations/delegations';
import { accreditationStates } from '@forum/domain/accreditation/accreditation';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { SearchField, SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import type { useFilters } from '@forum/ui/lib/use-filters';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateChips } from '../../components/state-chips.tsx';
import { choiceOf, unconfirmed as unconfirmedStates } from './use-delegate-list.ts';

interface DelegateFiltersProps {
  filters: ReturnType<typeof useFilters>;
  counts: Readonly<Record<string, number>>;
  unconfirmed: { waiting: number; forHost: number } | undefined;
}

/** Narrows the delegates by words, category, delegation and state. */
export function DelegateFilters({ filters, counts, unconfirmed }: DelegateFiltersProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const choice = choiceOf(filters);
  const delegations = useQuery(queryOf(listDelegations, { params: { edition: edition.slug } })).data ?? [];
  return (
    <div className="stack">
      <SearchField
        label={t('accredit.search')}
        value={choice.search}
        onSearch={(text) => filters.choose('q', text)}
      />
      <div className="pair">
        <SelectField
          label={t('accredit.category')}
          value={choice.category ?? ''}
          onChange={(event) => filters.choose('category', event.target.value)}
        >
          <option value="">{t('list.all')}</option>
          {delegateCategories.map((one) => (
            <option key={one} value={one}>
              {t(`category.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('accredit.delegation')}
          value={choice.delegation ?? ''}
          onChange={(event) => filters.choose('delegation', event.target.value)}
        >
          <option value="">{t('list.all')}</option>
          {delegations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
      </div>
      <StateChips
        label={t('accredit.state')}
        states={accreditationStates}
        chosen={choice.state}
        counts={counts}
        nameOf={(state) => t(`accreditation.${state}`)}
        onChoose={(state) => filters.choose('state', state)}
      />
      {unconfirmed && (unconfirmed.waiting > 0 || choice.firms) && (
        <StateChips
          label={t('standing.filter')}
          states={unconfirmedStates}
          chosen={choice.firms}
          counts={{ waiting: unconfirmed.waiting, 'waiting-for-host': unconfirmed.forHost }}
          nameOf={(one) => t(`standing.filter-${one}`)}
          onChoose={(one) => filters.choose('firms', one)}
        />
      )}
    </div>
  );
}

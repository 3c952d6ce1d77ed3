import type { DelegateRow } from '@forum/contract/delegations/delegates';
import { StateSign, type StateName } from '@forum/ui/states/state-sign';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const signs: Record<DelegateRow['state'], StateName> = {
  draft: 'full',
  submitted: 'soon',
  accredited: 'live',
  declined: 'cancelled',
  waitlisted: 'moved',
  withdrawn: 'full',
  revoked: 'cancelled',
};

/** How a delegate's accreditation stands, why, and what has changed since it was vetted. */
export function DelegateState({ row }: { row: DelegateRow }): ReactNode {
  const { t } = useTranslation();
  const fields = row.changedFields.map((field) => t(`vetted.${field}`, { defaultValue: field })).join(', ');
  return (
    <div className="stack-tight">
      <StateSign state={signs[row.state]}>{t(`accreditation.${row.state}`)}</StateSign>
      {row.reason && <span className="note">{t(`reason.${row.reason}`, { defaultValue: row.reason })}</span>}
      {row.waitingPosition !== null && (
        <span className="note">{t('accredit.waiting', { position: row.waitingPosition })}</span>
      )}
      {row.state === 'accredited' && row.representation && row.representation.state !== 'confirmed' && (
        <span className="note">{t(`standing.${row.representation.state}`)}</span>
      )}
      {fields && <span className="note">{t('accredit.changed', { fields })}</span>}
    </div>
  );
}

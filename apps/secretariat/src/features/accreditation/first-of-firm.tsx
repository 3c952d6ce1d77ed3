import type { DelegateRow } from '@forum/contract/delegations/delegates';
import { TextField, Tick } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Those who would be the first to speak for their firm; of many only those whose mail is of the listed web site. */
export function firstsAmong(rows: readonly DelegateRow[]): DelegateRow[] {
  const firms = new Set<string>();
  return rows.filter(({ firm, representation }) => {
    const isFirst = firm && representation?.state === 'pending' && !representation.hasOthers;
    const isHinted = rows.length === 1 || representation?.hints.includes('mail-of-site');
    if (!isFirst || !isHinted || firms.has(firm.id)) return false;
    firms.add(firm.id);
    return true;
  });
}

/** Whether to confirm them as the first of their firm with the decision, and how one knows. */
export function FirstOfFirm({
  firsts,
  isOn,
  onTurn,
  reason,
  onReason,
}: {
  firsts: readonly DelegateRow[];
  isOn: boolean;
  onTurn: (on: boolean) => void;
  reason: string;
  onReason: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = firsts.map(({ name, firm }) => `${name} (${firm?.name ?? ''})`).join(', ');
  return (
    <div className="stack-tight">
      <Tick
        label={t('standing.as-first', { count: firsts.length, names })}
        hint={t('standing.as-first-hint')}
        checked={isOn}
        onChange={(event) => onTurn(event.target.checked)}
      />
      {isOn && (
        <TextField
          label={t('standing.reason')}
          hint={t('standing.reason-hint')}
          value={reason}
          maxLength={300}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </div>
  );
}

import { TextField } from '@forum/ui/forms/field';
import { Notice } from '@forum/ui/states/notice';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmProps {
  held: boolean;
  removals: number;
  state: 'proposed' | 'applied' | 'discarded';
  busy: boolean;
  onConfirm: (removals: number | null) => void;
}

/** Applies a difference; one that removes much is confirmed by typing how much. */
export function Confirm({ held, removals, state, busy, onConfirm }: ConfirmProps): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  if (state !== 'proposed') {
    return (
      <Notice tone={state === 'applied' ? 'good' : 'care'}>
        <p>{t(state === 'applied' ? 'imports.applied' : 'imports.out-of-date')}</p>
      </Notice>
    );
  }
  return (
    <div className="stack-tight">
      {held && (
        <>
          <Notice tone="care">
            <p>{t('imports.held', { count: removals })}</p>
          </Notice>
          <TextField
            label={t('imports.type-count')}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </>
      )}
      <p>
        <button
          className="button"
          data-kind={held ? 'grave' : 'main'}
          type="button"
          disabled={busy || (held && Number(typed) !== removals)}
          onClick={() => onConfirm(held ? Number(typed) : null)}
        >
          {t('imports.apply')}
        </button>
      </p>
    </div>
  );
}

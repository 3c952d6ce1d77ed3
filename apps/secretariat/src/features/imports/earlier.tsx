import { StateSign, type StateName } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ImportRecord {
  id: string;
  source: string;
  state: 'proposed' | 'applied' | 'discarded';
  held: boolean;
  createdAt: string;
  sums: { added: number; changed: number; removed: number };
  unchanged: number;
}

interface EarlierProps {
  imports: readonly ImportRecord[];
  /** The one whose difference is shown. */
  open: string | undefined;
  onOpen: (id: string) => void;
}

const signs: Record<ImportRecord['state'], StateName> = {
  proposed: 'soon',
  applied: 'live',
  discarded: 'full',
};
const mostShown = 10;

/** The imports before this one, newest first, so that one that waits for a confirmation is found again. */
export function Earlier({ imports, open, onOpen }: EarlierProps): ReactNode {
  const { t } = useTranslation();
  if (imports.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{t('imports.earlier')}</h3>
      <ul className="ruled">
        {imports.slice(0, mostShown).map((one) => (
          <li key={one.id} className="history-row">
            <div className="apart">
              <button
                className="link-button"
                type="button"
                data-row
                aria-current={one.id === open || undefined}
                onClick={() => onOpen(one.id)}
              >
                {one.source}
              </button>
              <StateSign state={one.held && one.state === 'proposed' ? 'late' : signs[one.state]}>
                {t(one.held && one.state === 'proposed' ? 'imports.is-held' : `imports.is-${one.state}`)}
              </StateSign>
            </div>
            <div className="note">
              {t('imports.sums', {
                ...one.sums,
                unchanged: one.unchanged,
              })}{' '}
              · <Span start={one.createdAt} end={null} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

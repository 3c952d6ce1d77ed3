import type { foreseeHall } from '@forum/contract/meetings/halls';
import type { RouteOutput } from '@forum/contract/route';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';

type MisfitsProps = RouteOutput<typeof foreseeHall> & {
  busy: boolean;
  onConfirm: () => void;
  onLeave: () => void;
};

/** The agreed meetings that would not fit the hall any more, before it is saved all the same. */
export function Misfits({ total, meetings, busy, onConfirm, onLeave }: MisfitsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { zone } = useEdition().edition;
  const touched = meetings.map(
    ({ start, table, from, to, why }) =>
      `${dayNameIn(start, zone, i18n.language)} ${clockIn(start, zone)}, ${table}: ${from} – ${to} (${t(`hall.misfit-${why}`)})`,
  );
  return (
    <Confirmation
      title={t('hall.misfits', { count: total })}
      touched={touched}
      action={t('hall.save-anyway')}
      grave
      busy={busy}
      onConfirm={onConfirm}
      onLeave={onLeave}
    >
      <p className="second">{t('hall.misfits-stay')}</p>
    </Confirmation>
  );
}

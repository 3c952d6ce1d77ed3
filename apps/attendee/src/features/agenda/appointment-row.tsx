import { languageOfScript } from '@forum/ui/lib/script-language';
import { StateSign } from '@forum/ui/states/state-sign';
import { StartAndEnd } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';
import { useTopic } from '@forum/ui/lib/use-topic';
import { DetailLink } from '../../components/detail-link.tsx';
import { StarWaits } from '../../components/star-waits.tsx';
import type { Appointment } from './appointment.ts';

/** A session or a meeting of mine as a row. */
export function AppointmentRow({
  appointment,
  day,
  clashes,
  past,
}: {
  appointment: Appointment;
  /** The day of the list that it stands in. */
  day: string;
  clashes: readonly Appointment[];
  past: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const { kind, id, start, end, title, place } = appointment;
  const isCancelled = kind === 'session' && appointment.session.state === 'cancelled';
  return (
    <article className="board-row" data-state={isCancelled ? 'cancelled' : 'scheduled'} data-past={past}>
      <StartAndEnd start={start} end={end} day={day} />
      <div className="what">
        <DetailLink to={`/e/${edition.slug}/${kind}s/${id}`} lang={languageOfScript(title)}>
          {title}
        </DetailLink>
        <span className="note">
          {kind === 'meeting'
            ? [t('agenda.meeting'), topicOf(appointment)].filter(Boolean).join(' · ')
            : t('agenda.session')}
        </span>
        {kind === 'session' && appointment.starWaits && <StarWaits on />}
        {clashes.length > 0 && (
          <span className="note">
            {t('agenda.clash-with', { titles: clashes.map((other) => other.title).join(' · ') })}
          </span>
        )}
      </div>
      <div className="where">
        <span>{place}</span>
        {isCancelled && <StateSign state="cancelled" />}
        {clashes.length > 0 && <StateSign state="late">{t('agenda.clash')}</StateSign>}
      </div>
    </article>
  );
}

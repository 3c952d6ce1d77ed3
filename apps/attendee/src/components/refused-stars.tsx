import { useEdition } from '@forum/ui/lib/edition';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingStars } from '../query-client.ts';
import { useProgramme } from './use-programme.ts';
import { useWaiting } from './use-stars.ts';

/** Stars that the forum would not take: said once, wherever the reader is by then. */
export function RefusedStars(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { refused } = useWaiting();
  const sessions = useProgramme().data?.sessions ?? [];
  const here = refused.filter(({ turn }) => turn.edition === edition.slug);
  if (here.length === 0) return null;
  const titleOf = (id: string) => sessions.find((session) => session.id === id)?.title ?? t('agenda.session');
  return (
    <div className="band" role="alert">
      <span>
        {here.map(({ turn, problem }) => (
          <span key={turn.id} className="refused-star">
            {t(turn.on ? 'programme.star-refused' : 'programme.unstar-refused', {
              title: titleOf(turn.session),
            })}{' '}
            {t(`problem.${problem.code}`, { defaultValue: '' })}{' '}
          </span>
        ))}
      </span>
      <button className="button" type="button" onClick={waitingStars.dismiss}>
        {t('programme.refusal-seen')}
      </button>
    </div>
  );
}

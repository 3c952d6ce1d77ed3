import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { answerHelp, type HelpCall, listHelpCalls, takeHelpCall } from '@forum/contract/meetings/help-calls';
import { Icon } from '@forum/ui/icons/icon';
import { useEdition } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { useWrite } from '@forum/ui/lib/use-write';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';

/** How many calls stand over a screen; the rest is in the list of meetings. */
const mostShown = 3;

/** The calls for help over every screen of the desk: where, since when, and who has taken each. */
export function HelpCallsBand({ calls }: { calls: readonly HelpCall[] }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  return (
    <div role="status" className="help-calls">
      {calls.slice(0, mostShown).map((call) => (
        <Call key={call.meeting} call={call} />
      ))}
      {calls.length > mostShown && (
        <div className="live-bar">
          <Link to={`/${edition.slug}/meetings`}>
            {t('help-calls.more', { count: calls.length - mostShown })}
          </Link>
        </div>
      )}
    </div>
  );
}

function Call({ call }: { call: HelpCall }): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const now = useNow();
  const take = useWrite(takeHelpCall, listHelpCalls);
  const answer = useWrite(answerHelp, listHelpCalls, listAllMeetings);
  const params = { edition: edition.slug, meeting: call.meeting };
  const isMine = call.takenBy?.id === me?.id;
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(call.since)) / 60_000));
  const firms = call.firms.join(' · ');
  return (
    <div className="live-bar" data-state="polling">
      <Icon name="help" />
      <span>
        <strong>{t('help-calls.call')}</strong>{' '}
        <Link to={`/${edition.slug}/meetings/${call.meeting}`}>{firms}</Link>
        {call.table && `, ${call.table.hall}, ${call.table.label}`}
        {', '}
        {t('help-calls.since', { count: minutes })}
        {call.takenBy && !isMine && ` · ${t('help-calls.taken', { name: call.takenBy.name })}`}
      </span>
      {isMine ? (
        <button
          className="button"
          type="button"
          disabled={answer.isPending}
          onClick={() => answer.mutate({ params })}
        >
          {t('overview.helped')}
        </button>
      ) : (
        <button
          className="button"
          type="button"
          disabled={take.isPending}
          aria-label={t(call.takenBy ? 'help-calls.take-over-one' : 'help-calls.take-one', { firms })}
          onClick={() => take.mutate({ params, body: { from: call.takenBy?.id ?? null } })}
        >
          {t(call.takenBy ? 'help-calls.take-over' : 'help-calls.take')}
        </button>
      )}
      <Failure error={take.error ?? answer.error} />
    </div>
  );
}

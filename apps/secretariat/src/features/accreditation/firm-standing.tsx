import { type DelegateRow, listDelegates } from '@forum/contract/delegations/delegates';
import { confirmRepresentative, listFirmPeople } from '@forum/contract/delegations/representation';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { useWrite } from '@forum/ui/lib/use-write';
import { Span } from '@forum/ui/time/time';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';

/** How a delegate stands with the firm that they name, and, where it is the host's to decide, the way to confirm them. */
export function FirmStanding({ row }: { row: DelegateRow }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { firm, representation } = row;
  if (!firm || !representation) return null;
  const { state, hostMayFrom, hasOthers } = representation;
  const isHosts = row.state === 'accredited' && state !== 'confirmed';
  const mayNow = hostMayFrom === null || Date.parse(hostMayFrom) <= now.getTime();
  return (
    <section className="stack-tight" aria-labelledby="firm-standing">
      <h3 id="firm-standing">{firm.name}</h3>
      <p>{t(`standing.${state}`)}</p>
      {state === 'pending' && (
        <p className="second">
          {t(!hasOthers ? 'standing.first' : isHosts && mayNow ? 'standing.overdue' : 'standing.has-others')}
        </p>
      )}
      <Hints row={row} />
      {isHosts && !mayNow && hostMayFrom && (
        <p className="second">
          {t('standing.host-from')} <Span start={hostMayFrom} end={null} />
        </p>
      )}
      {isHosts && mayNow && <Confirm key={row.id} row={row} firm={firm} />}
    </section>
  );
}

/** What speaks for it that somebody is of the firm. */
export function Hints({ row: { representation, mail } }: { row: DelegateRow }): ReactNode {
  const { t } = useTranslation();
  const hints = representation?.hints ?? [];
  if (representation?.state === 'confirmed') return null;
  return (
    <ul className="note">
      {hints.map((hint) => (
        <li key={hint}>{t(`standing.hint-${hint}`, { mail })}</li>
      ))}
      {hints.length === 0 && <li>{t('standing.no-hint', { mail })}</li>}
    </ul>
  );
}

function Confirm({ row, firm }: { row: DelegateRow; firm: { id: string; name: string } }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [reason, setReason] = useState('');
  const confirm = useWrite(confirmRepresentative, listDelegates, listFirmPeople);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({
      params: { edition: edition.slug, firm: firm.id, delegate: row.id },
      body: { reason: reason.trim() },
    });
  };
  return (
    <form className="stack-tight" onSubmit={submit}>
      <TextField
        label={t('standing.reason')}
        hint={t('standing.reason-hint')}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
      />
      <Failure error={confirm.error} />
      <div>
        <button className="button" type="submit" disabled={confirm.isPending || reason.trim() === ''}>
          {t(row.representation?.state === 'ended' ? 'standing.restore' : 'standing.confirm', {
            firm: firm.name,
          })}
        </button>
      </div>
    </form>
  );
}

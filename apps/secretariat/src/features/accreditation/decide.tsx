import {
  accreditationHistory,
  decideAccreditation,
  type Decision,
  decisions,
  foreseeDecision,
  isRefusal,
} from '@forum/contract/delegations/accreditation';
import { type DelegateRow, listDelegates } from '@forum/contract/delegations/delegates';
import { listDelegations } from '@forum/contract/delegations/delegations';
import { type AccreditationReason, accreditationReasons } from '@forum/domain/accreditation/accreditation';
import { phaseAllows } from '@forum/domain/editions/phase';
import { SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { TouchedMeetings } from '../../components/touched-meetings.tsx';
import { FirstOfFirm, firstsAmong } from './first-of-firm.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** From which states each decision is possible; the server has the last word. */
const possible: Record<Decision, readonly DelegateRow['state'][]> = {
  accredit: ['submitted', 'waitlisted', 'declined', 'revoked'],
  decline: ['submitted', 'waitlisted'],
  waitlist: ['submitted'],
  revoke: ['accredited'],
};

/** What is decided and why; null while the reason of a refusal is not chosen. */
function reasonedOf(decision: Decision, reason: AccreditationReason | '') {
  if (!isRefusal(decision)) return { decision, reason: null };
  return reason === '' ? null : { decision, reason };
}

/** Decides on one or many delegates: first it says on whom, and for a refusal why; each is answered for on its own. */
export function Decide({
  chosen,
  onDone,
}: {
  chosen: readonly DelegateRow[];
  onDone?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { edition, followed } = useEdition();
  const [asked, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState<AccreditationReason | ''>('');
  const [confirmsFirsts, setConfirmsFirsts] = useState(false);
  const [known, setKnown] = useState('');
  const decide = useWrite(decideAccreditation, listDelegates, listDelegations, accreditationHistory);
  const foreseen = useWrite(foreseeDecision);
  const idsOf = (one: Decision) => fitting(one).map(({ id }) => id);
  const ask = (one: Decision) => {
    setDecision(one);
    if (one === 'accredit') foreseen.reset();
    else foreseen.mutate({ params: { edition: edition.slug }, body: { delegates: idsOf(one) } });
  };
  const phase = phaseAllows(edition.phase, 'accredit');
  const fitting = (one: Decision) => chosen.filter((row) => possible[one].includes(row.state));
  // What was asked may have become impossible meanwhile: somebody else has decided.
  const decision = asked && fitting(asked).length > 0 ? asked : null;
  // Of one delegate only what is possible; of many all, each with how many it fits.
  const offered = decisions.filter((one) => chosen.length > 1 || fitting(one).length > 0);
  const firsts = decision === 'accredit' ? firstsAmong(fitting(decision)) : [];
  const speaksFor = (row: DelegateRow) =>
    confirmsFirsts && row.firm && firsts.includes(row)
      ? { speaksFor: { firmId: row.firm.id, reason: known.trim() } }
      : {};
  // What is confirmed is what was shown: whoever was chosen since is asked about first.
  const isForeseen = (one: Decision) =>
    one === 'accredit' ||
    (foreseen.isSuccess && foreseen.variables.body.delegates.join() === idsOf(one).join());
  const lacksReason = (one: Decision) =>
    reasonedOf(one, reason) === null || (confirmsFirsts && firsts.length > 0 && known.trim() === '');
  const confirm = (one: Decision) => {
    const reasoned = reasonedOf(one, reason);
    if (reasoned === null) return;
    decide.mutate(
      {
        params: { edition: edition.slug },
        body: {
          ...reasoned,
          delegates: fitting(one).map((row) => ({ id: row.id, version: row.version, ...speaksFor(row) })),
        },
      },
      {
        onSuccess: ({ decided, refused }) => {
          followed?.absorb({ delegates: decided });
          setDecision(null);
          if (refused.length === 0) onDone?.();
        },
      },
    );
  };
  if (!phase.ok) return <Notice>{t(`accredit.phase-${phase.reason}`)}</Notice>;
  return (
    <div className="stack" data-actions>
      {decision === null ? (
        <div className="line-up">
          {offered.map((one) => (
            <button
              key={one}
              className="button"
              data-kind={isRefusal(one) ? 'grave' : one === 'accredit' ? 'main' : undefined}
              type="button"
              disabled={fitting(one).length === 0 || fitting(one).length > 200}
              onClick={() => ask(one)}
            >
              {t(`accredit.do-${one}`)}
              {chosen.length > 1 && ` (${fitting(one).length})`}
            </button>
          ))}
        </div>
      ) : (
        <Confirmation
          title={t(`accredit.will-${decision}`, { count: fitting(decision).length })}
          touched={fitting(decision).map((row) => `${row.name}, ${row.firm?.name ?? row.organisation}`)}
          action={t(`accredit.do-${decision}`)}
          grave={isRefusal(decision)}
          busy={decide.isPending || !isForeseen(decision) || lacksReason(decision)}
          onConfirm={() => confirm(decision)}
          onLeave={() => setDecision(null)}
        >
          {!isForeseen(decision) && !foreseen.isPending && (
            <p>
              <button className="button" type="button" onClick={() => ask(decision)}>
                {t('accredit.foresee')}
              </button>
            </p>
          )}
          <Failure error={foreseen.error} />
          {isForeseen(decision) && foreseen.data && (
            <TouchedMeetings {...foreseen.data} title={t('accredit.ends', { count: foreseen.data.total })} />
          )}
          {decision === 'revoke' && <p className="second">{t('accredit.revoke-means')}</p>}
          {firsts.length > 0 && (
            <FirstOfFirm
              firsts={firsts}
              isOn={confirmsFirsts}
              onTurn={setConfirmsFirsts}
              reason={known}
              onReason={setKnown}
            />
          )}
          {isRefusal(decision) && (
            <SelectField
              label={t('accredit.reason')}
              hint={t('accredit.reason-hint')}
              value={reason}
              onChange={({ target }) =>
                setReason(accreditationReasons.find((one) => one === target.value) ?? '')
              }
            >
              <option value="">{t('overview.choose')}</option>
              {accreditationReasons.map((one) => (
                <option key={one} value={one}>
                  {t(`reason.${one}`)}
                </option>
              ))}
            </SelectField>
          )}
        </Confirmation>
      )}
      <Failure error={decide.error ?? foreseen.error} />
      {decide.data && decide.data.refused.length > 0 && (
        <Notice tone="care">
          {decide.data.refused.map((one) => (
            <p key={one.id}>
              {chosen.find((row) => row.id === one.id)?.name}:{' '}
              {t(`problem.${one.code}`, { defaultValue: one.detail })}{' '}
              {one.code === 'delegation.full' && (
                <Link
                  to={`/${edition.slug}/delegations?delegation=${chosen.find((row) => row.id === one.id)?.delegation?.id ?? ''}`}
                >
                  {t('accredit.to-places')}
                </Link>
              )}
            </p>
          ))}
        </Notice>
      )}
    </div>
  );
}

import { queryOf } from '@forum/client/query';
import { type Capital, listCapitals } from '@forum/contract/editions/capitals';
import { frontPage } from '@forum/contract/editions/front-page';
import { releaseHost, type RingYear, setHost, swapHosts } from '@forum/contract/editions/rotation';
import { Heading } from '@forum/ui/shell/heading';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { capitalName } from '@forum/ui/lib/capital-name';
import { Ring } from '@forum/ui/ring/ring';
import { useHostReason } from '@forum/ui/lib/use-host-reason';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { Capitals } from '../../features/editions/capitals.tsx';

/** Which capital hosts which year, and why: proposed by the rule, swapped or set by hand with a reason. */
export function RotationScreen(): ReactNode {
  const { t } = useTranslation();
  const front = useQuery(queryOf(frontPage));
  const capitals = useQuery(queryOf(listCapitals));
  return (
    <div className="page">
      <Heading tab={t('desk.rotation')} />
      <Read query={front}>
        {({ ring }) => (
          <div className="columns">
            <Ring years={ring} />
            <Years ring={ring} capitals={capitals.data ?? []} />
          </div>
        )}
      </Read>
      <Read query={capitals}>{(all) => <Capitals capitals={all} />}</Read>
    </div>
  );
}

const isComing = (year: RingYear) => year.standing === 'proposed' || year.standing === 'fixed';

function Years({ ring, capitals }: { ring: readonly RingYear[]; capitals: readonly Capital[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const reasonOf = useHostReason();
  const [year, setYear] = useState('');
  const [other, setOther] = useState('');
  const [capitalId, setCapital] = useState('');
  const [reason, setReason] = useState('');
  const set = useWrite(setHost, frontPage);
  const swap = useWrite(swapHosts, frontPage);
  const release = useWrite(releaseHost, frontPage);
  const coming = ring.filter(isComing);
  const years = (value: string, onChange: (value: string) => void, label: string) => (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('overview.choose')}</option>
      {coming.map((one) => (
        <option key={one.year} value={one.year}>
          {one.year} {one.capital && capitalName(one.capital, i18n)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <div className="stack-wide">
      <ol className="ruled">
        {ring.map((one) => (
          <li key={one.year} className="apart" style={{ paddingBlock: '0.5rem' }}>
            <span>
              <span className="figures">{one.year}</span>{' '}
              {one.capital && <strong>{capitalName(one.capital, i18n)} </strong>}
              <span className="second">{t(`ring.${one.standing}`)}</span>
              {one.reasons.map((because, i) => (
                <span key={i} className="note" style={{ display: 'block' }}>
                  {reasonOf(because)}
                </span>
              ))}
            </span>
            {one.standing === 'fixed' && (
              <button
                className="button"
                type="button"
                onClick={() => release.mutate({ params: { year: one.year } })}
              >
                {t('rotation.release')}
              </button>
            )}
          </li>
        ))}
      </ol>
      <form
        className="form panel"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (other) swap.mutate({ body: { first: Number(year), second: Number(other), reason } });
          else set.mutate({ params: { year: Number(year) }, body: { capitalId, reason } });
        }}
      >
        <h2>{t('rotation.by-hand')}</h2>
        {years(year, setYear, t('rotation.year'))}
        <div className="pair">
          <SelectField
            label={t('rotation.set-to')}
            value={capitalId}
            disabled={other !== ''}
            onChange={(event) => setCapital(event.target.value)}
          >
            <option value="">{t('overview.choose')}</option>
            {capitals.map((capital) => (
              <option key={capital.id} value={capital.id}>
                {capitalName(capital, i18n)}
              </option>
            ))}
          </SelectField>
          {years(other, setOther, t('rotation.swap-with'))}
        </div>
        <TextField
          label={t('rotation.reason')}
          hint={t('rotation.reason-hint')}
          value={reason}
          required
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure error={set.error ?? swap.error ?? release.error} />
        <p>
          <button
            className="button"
            data-kind="main"
            type="submit"
            disabled={!year || !(capitalId || other) || !reason.trim() || set.isPending || swap.isPending}
          >
            {other ? t('rotation.swap') : t('rotation.set')}
          </button>
        </p>
      </form>
    </div>
  );
}

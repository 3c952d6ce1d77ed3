import type { DelegateRow } from '@forum/contract/delegations/delegates';
import { countryName } from '@forum/ui/lib/country-name';
import { useStanding } from '@forum/ui/lib/edition';
import { PersonName } from '@forum/ui/people/person-name';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DelegateSessions } from '../../components/sessions-of.tsx';
import { AidesOfDelegate } from './aides-of-delegate.tsx';
import { Decide } from './decide.tsx';
import { DelegateHistory } from './delegate-history.tsx';
import { FirmStanding } from './firm-standing.tsx';
import { DelegateNeeds } from './needs.tsx';
import { DelegateState } from './delegate-state.tsx';

/** One delegate: who it is, how the accreditation stands, what was decided, and what may be done now. */
export function DelegateDetail({ row }: { row: DelegateRow }): ReactNode {
  const { t, i18n } = useTranslation();
  const standing = useStanding();
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('accredit.office'), row.office],
    [t('accredit.organisation'), row.firm?.name ?? row.organisation],
    [t('accredit.country'), countryName(row.country, i18n.language)],
    [t('accredit.category'), t(`category.${row.category}`)],
    [t('accredit.delegation'), row.delegation?.name],
    [t('accredit.mail'), <a href={`mailto:${row.mail}`}>{row.mail}</a>],
    [t('accredit.submitted-at'), row.submittedAt && <Span start={row.submittedAt} end={null} />],
    [t('accredit.decided-at'), row.decidedAt && <Span start={row.decidedAt} end={null} />],
  ];
  return (
    <>
      <header className="stack-tight">
        <h2>
          <PersonName name={row.name} nativeName={row.nativeName} />
        </h2>
        <DelegateState row={row} />
      </header>
      <Decide key={row.id} chosen={[row]} />
      <FirmStanding row={row} />
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <DelegateNeeds delegateId={row.id} />
      <DelegateHistory delegateId={row.id} />
      {standing?.roles.includes('organiser') && (
        <DelegateSessions key={`sessions ${row.id}`} delegate={row.id} name={row.name} />
      )}
      {standing?.roles.includes('organiser') && <AidesOfDelegate key={row.id} delegateId={row.id} />}
    </>
  );
}

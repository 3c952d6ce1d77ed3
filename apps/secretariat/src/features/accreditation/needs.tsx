import { queryOf } from '@forum/client/query';
import { readAllNeeds, readNeeds } from '@forum/contract/delegations/needs';
import type { RouteOutput } from '@forum/contract/route';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What a delegate needs at table and at the door; nothing when they wrote nothing. */
export function DelegateNeeds({ delegateId }: { delegateId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug, delegate: delegateId };
  const needs = useQuery(queryOf(readNeeds, { params })).data;
  if (!needs?.dietary && !needs?.access) return null;
  return (
    <section className="stack-tight">
      <h3>{t('needs.title')}</h3>
      <dl className="facts">
        {(['dietary', 'access'] as const)
          .filter((kind) => needs[kind])
          .map((kind) => (
            <div key={kind} style={{ display: 'contents' }}>
              <dt>{t(`needs.${kind}`)}</dt>
              <dd>{needs[kind]}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** How many need what: numbers without names, for caterer and venue; read only when it is opened. */
export function AllNeeds(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('needs.all')}</summary>
      {isOpen && <Totals />}
    </details>
  );
}

function Totals(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(readAllNeeds, { params: { edition: edition.slug } }));
  return (
    <Read query={query} bones={3}>
      {(needs) => (
        <div className="columns">
          {(['dietary', 'access'] as const).map((kind) => (
            <Counted key={kind} title={t(`needs.${kind}`)} rows={needs[kind]} />
          ))}
        </div>
      )}
    </Read>
  );
}

function Counted({
  title,
  rows,
}: {
  title: string;
  rows: RouteOutput<typeof readAllNeeds>['dietary'];
}): ReactNode {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="second">{t('needs.none', { what: title })}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('needs.delegates')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ need, delegates }) => (
          <tr key={need}>
            <td>{need}</td>
            <td className="figures">{delegates}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

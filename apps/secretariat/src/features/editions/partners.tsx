import { readEdition, type setPartners } from '@forum/contract/editions/editions';
import type { RouteOutput } from '@forum/contract/route';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { givenName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

type Partner = Omit<RouteOutput<typeof readEdition>['partners'][number], 'id'>;

/** The partner countries and institutions of an edition, each since a day and until another. */
export function Partners({
  partners,
  route,
}: {
  partners: RouteOutput<typeof readEdition>['partners'];
  route: typeof setPartners;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const [rows, setRows] = useState<Partner[]>(
    partners.map(({ kind, code, name, since, until }) => ({ kind, code, name, since, until })),
  );
  const save = useWrite(route, readEdition);
  const change = (i: number, part: Partial<Partner>) =>
    setRows(rows.map((row, j) => (i === j ? { ...row, ...part } : row)));
  return (
    <section className="stack-tight">
      <h2>{t('editions.partners')}</h2>
      <p className="second">{rows.map((row) => givenName(row, i18n.language)).join(' · ')}</p>
      <details>
        <summary>{t('editions.edit-partners')}</summary>
        <div className="stack">
          {rows.map((row, i) => (
            <div key={i} className="pair">
              <SelectField
                label={t('editions.kind')}
                value={row.kind}
                onChange={(event) => change(i, { kind: event.target.value as Partner['kind'] })}
              >
                <option value="country">{t('editions.country')}</option>
                <option value="institution">{t('editions.institution')}</option>
              </SelectField>
              <TextField
                label={t('editions.code')}
                value={row.code}
                onChange={(event) => change(i, { code: event.target.value })}
              />
              <TextField
                label={t('editions.name')}
                value={row.name}
                onChange={(event) => change(i, { name: event.target.value })}
              />
              <TextField
                label={t('editions.since')}
                type="date"
                value={row.since}
                onChange={(event) => change(i, { since: event.target.value })}
              />
              <TextField
                label={t('editions.until')}
                type="date"
                value={row.until ?? ''}
                onChange={(event) => change(i, { until: event.target.value || null })}
              />
              <button
                className="button"
                type="button"
                onClick={() => setRows(rows.filter((_, j) => j !== i))}
              >
                {t('hall.remove')}
              </button>
            </div>
          ))}
          <p className="line-up">
            <button
              className="button"
              type="button"
              onClick={() =>
                setRows([
                  ...rows,
                  { kind: 'country', code: '', name: '', since: edition.startsOn, until: null },
                ])
              }
            >
              {t('hall.add')}
            </button>
            <button
              className="button"
              data-kind="main"
              type="button"
              disabled={save.isPending}
              onClick={() => save.mutate({ params: { edition: edition.slug }, body: { partners: rows } })}
            >
              {t('editions.save')}
            </button>
          </p>
          <Failure error={save.error} />
        </div>
      </details>
    </section>
  );
}

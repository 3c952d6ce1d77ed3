import { queryOf } from '@forum/client/query';
import {
  createDelegation,
  type Delegation,
  listDelegations,
  listMembers,
  renewInvitation,
  setPlaces,
} from '@forum/contract/delegations/delegations';
import { removeDelegation } from '@forum/contract/removals/removals';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { Heading } from '@forum/ui/shell/heading';
import { SelectField, TextField } from '@forum/ui/forms/field';
import { Overtaken } from '@forum/ui/forms/overtaken';
import { givenName } from '@forum/ui/lib/country-name';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useDraft } from '@forum/ui/lib/use-draft';
import { Empty, Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CountryField } from '../../components/country-field.tsx';
import { Removal } from '../../components/removal.tsx';
import { Failure } from '../../components/failure.tsx';
import { AidesToConfirm } from '../../features/delegations/aides-to-confirm.tsx';
import { useMay } from '../../features/desk/use-at-desk.ts';
import { useWrite } from '@forum/ui/lib/use-write';

/** The delegations: places per category, who fills them, and the link by which their heads invite. */
export function DelegationsScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const [address] = useSearchParams();
  const [open, setOpen] = useState(address.get('delegation'));
  const mayInvite = useMay(renewInvitation);
  const query = useQuery(queryOf(listDelegations, { params: { edition: edition.slug } }));
  return (
    <div className="page">
      <Heading tab={t('desk.delegations')} />
      {standing?.roles.includes('delegation-head') && standing.accredited && <AidesToConfirm />}
      <Read query={query}>
        {(delegations) => (
          <>
            {delegations.length === 0 && <Empty title={t('delegations.none')} />}
            {delegations.map((delegation) => (
              <section
                key={delegation.id}
                className="panel stack-tight"
                ref={delegation.id === address.get('delegation') ? bringToSight : undefined}
              >
                <div className="apart">
                  <h2>{givenName({ ...delegation, code: delegation.country }, i18n.language)}</h2>
                  <span className="second">
                    {delegation.head
                      ? t('delegations.head', { name: delegation.head.name })
                      : t('delegations.no-head')}
                  </span>
                </div>
                <PlaceBars delegation={delegation} />
                <p className="line-up">
                  <button
                    className="button"
                    type="button"
                    aria-expanded={open === delegation.id}
                    onClick={() => setOpen(open === delegation.id ? null : delegation.id)}
                  >
                    {t('delegations.open')}
                  </button>
                  {mayInvite && <Invitation delegation={delegation} />}
                </p>
                {open === delegation.id && <Members delegation={delegation} />}
                {open === delegation.id && standing?.roles.includes('organiser') && (
                  <>
                    <PlacesForm delegation={delegation} />
                    <Removal
                      name={delegation.name}
                      route={removeDelegation}
                      input={{ params: { edition: edition.slug, delegation: delegation.id } }}
                      reads={[listDelegations]}
                      touched={delegation.head ? [delegation.head.name] : []}
                    />
                  </>
                )}
              </section>
            ))}
          </>
        )}
      </Read>
      {standing?.roles.includes('organiser') && <NewDelegation />}
    </div>
  );
}

const bringToSight = (section: HTMLElement | null) => section?.scrollIntoView({ block: 'start' });

/** Places as bars: taken of all, and who waits. */
function PlaceBars({ delegation }: { delegation: Delegation }): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {delegation.places.map((place) => (
        <div key={place.category} style={{ display: 'contents' }}>
          <dt>{t(`category.${place.category}`)}</dt>
          <dd>
            <meter
              min={0}
              max={Math.max(1, place.places)}
              value={place.taken}
              aria-label={t('delegations.taken', place)}
            />{' '}
            <span className="figures">{t('delegations.taken', place)}</span>
            {place.waiting > 0 && (
              <span className="second"> · {t('delegations.waiting', { count: place.waiting })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Invitation({ delegation }: { delegation: Delegation }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const renew = useWrite(renewInvitation);
  return (
    <>
      <button
        className="button"
        type="button"
        disabled={renew.isPending}
        onClick={() => renew.mutate({ params: { edition: edition.slug, delegation: delegation.id } })}
      >
        {t('delegations.invite')}
      </button>
      {renew.data && <code style={{ overflowWrap: 'anywhere' }}>{renew.data.link}</code>}
      <Failure error={renew.error} />
    </>
  );
}

function Members({ delegation }: { delegation: Delegation }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(
    queryOf(listMembers, {
      params: { edition: edition.slug, delegation: delegation.id },
      query: { limit: 500 },
    }),
  );
  return (
    <Read query={query} bones={2}>
      {({ rows }) => (
        <ul className="ruled">
          {rows.map((row) => (
            <li key={row.id} className="apart" style={{ paddingBlock: '0.5rem' }}>
              <span>
                {row.name} <span className="note">{row.office}</span>
              </span>
              <span className="second">
                {t(`category.${row.category}`)} · {t(`accreditation.${row.state}`)}
              </span>
            </li>
          ))}
          {rows.length === 0 && <li className="second">{t('delegations.nobody')}</li>}
        </ul>
      )}
    </Read>
  );
}

/** How many places each category has. */
const placesOf = ({ places }: Delegation) =>
  Object.fromEntries(
    delegateCategories.map((category) => [
      category,
      places.find((place) => place.category === category)?.places ?? 0,
    ]),
  ) as Record<(typeof delegateCategories)[number], number>;

function PlacesForm({ delegation }: { delegation: Delegation }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const draft = useDraft(delegation, placesOf);
  const save = useWrite(setPlaces, listDelegations);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      version: draft.version,
      places: delegateCategories
        .map((category) => ({ category, places: draft.fields[category] }))
        .filter(({ places }) => places > 0),
    };
    save.mutate(
      { params: { edition: edition.slug, delegation: delegation.id }, body },
      { onSuccess: draft.begin },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="pair">
        {delegateCategories.map((category) => (
          <TextField
            key={category}
            label={t(`category.${category}`)}
            type="number"
            min={0}
            value={String(draft.fields[category])}
            onChange={(event) => {
              save.reset();
              draft.change({ [category]: Number(event.target.value) });
            }}
          />
        ))}
      </div>
      {draft.isOvertaken && !save.isPending && <Overtaken onTake={draft.take} onKeep={draft.keep} />}
      <Failure error={save.error} />
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('delegations.saved')}</p>
        </Notice>
      )}
      <p>
        <button className="button" type="submit" disabled={save.isPending}>
          {t('delegations.save-places')}
        </button>
      </p>
    </form>
  );
}

function NewDelegation(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [form, setForm] = useState({
    kind: 'country' as Delegation['kind'],
    name: '',
    country: '',
    headMail: '',
  });
  const create = useWrite(createDelegation, listDelegations);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({
      params: { edition: edition.slug },
      body: {
        kind: form.kind,
        name: form.name,
        country: (form.kind === 'country' && form.country) || null,
        headMail: form.headMail || null,
        places: [
          { category: 'government', places: 5 },
          { category: 'industry', places: 15 },
          { category: 'staff', places: 5 },
        ],
      },
    });
  };
  return (
    <details>
      <summary>{t('delegations.new')}</summary>
      <form className="form" onSubmit={submit}>
        <SelectField
          label={t('editions.kind')}
          value={form.kind}
          onChange={(event) => setForm({ ...form, kind: event.target.value as Delegation['kind'] })}
        >
          <option value="country">{t('editions.country')}</option>
          <option value="institution">{t('editions.institution')}</option>
        </SelectField>
        <TextField
          label={t('editions.name')}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        {form.kind === 'country' && (
          <CountryField
            label={t('rotation.country')}
            value={form.country}
            onChoose={(country) => setForm({ ...form, country })}
          />
        )}
        <TextField
          label={t('delegations.head-mail')}
          type="email"
          value={form.headMail}
          onChange={(event) => setForm({ ...form, headMail: event.target.value })}
        />
        <Failure error={create.error} />
        <p>
          <button className="button" data-kind="main" type="submit" disabled={!form.name || create.isPending}>
            {t('delegations.create')}
          </button>
        </p>
      </form>
    </details>
  );
}

import { queryOf } from '@forum/client/query';
import {
  editEdition,
  listEditions,
  moveToPhase,
  readEdition,
  setPartners,
} from '@forum/contract/editions/editions';
import { editVisitorPage, type VisitorPage } from '@forum/contract/editions/visitor-page';
import { canMoveTo, type PhaseName, phaseNames } from '@forum/domain/editions/phase';
import { Heading } from '@forum/ui/shell/heading';
import { TextArea, TextField } from '@forum/ui/forms/field';
import { Overtaken } from '@forum/ui/forms/overtaken';
import { capitalName } from '@forum/ui/lib/capital-name';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { dayRange } from '@forum/ui/lib/instants';
import { useDraft } from '@forum/ui/lib/use-draft';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { editionReads, NewEdition } from '../../features/editions/new-edition.tsx';
import { RemoveEdition } from '../../features/editions/remove-edition.tsx';
import { Partners } from '../../features/editions/partners.tsx';

/** The editions, and the one at work: its dates, its phase, its partners, its page for visitors. */
export function EditionsScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, me } = useEdition();
  const editions = useQuery(queryOf(listEditions));
  const read = useQuery(queryOf(readEdition, { params: { edition: edition.slug } }));
  return (
    <div className="page">
      <Heading tab={t('desk.editions')} />
      <Read query={editions} bones={3}>
        {(all) => (
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('editions.year')}</th>
                  <th scope="col">{t('editions.edition')}</th>
                  <th scope="col">{t('editions.dates')}</th>
                  <th scope="col">{t('editions.phase')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((one) => (
                  <tr key={one.id} aria-selected={one.id === edition.id}>
                    <td className="figures">{one.year}</td>
                    <td>
                      <Link to={`/${one.slug}/editions`}>{one.title}</Link>{' '}
                      <span className="note">{capitalName(one.capital, i18n)}</span>
                    </td>
                    <td>{dayRange(one.startsOn, one.endsOn, i18n.language)}</td>
                    <td>{t(`phase.${one.phase}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Read>
      <div className="columns">
        <div className="stack-wide">
          <EditionForm key={edition.id} />
          <Phase />
          {edition.phase === 'planned' && me?.secretariat && <RemoveEdition />}
        </div>
        <Read query={read} bones={3}>
          {({ visitors, partners }) => (
            <div className="stack-wide">
              <VisitorForm key={edition.id} visitors={visitors} />
              <Partners key={`${edition.id}partners`} partners={partners} route={setPartners} />
            </div>
          )}
        </Read>
      </div>
      {me?.secretariat && (
        <details>
          <summary>{t('editions.plan-one')}</summary>
          <NewEdition year={edition.year + 1} />
        </details>
      )}
    </div>
  );
}

function EditionForm(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const draft = useDraft(
    edition,
    ({ title, venue, address, startsOn, endsOn, contactMail, contactPhone }) => ({
      title,
      venue,
      address,
      startsOn,
      endsOn,
      contactMail: contactMail ?? '',
      contactPhone: contactPhone ?? '',
    }),
  );
  const save = useWrite(editEdition, ...editionReads);
  const field = (name: keyof typeof draft.fields, type = 'text', hint?: string) => (
    <TextField
      label={t(`editions.${name}`)}
      {...(hint ? { hint } : {})}
      type={type}
      value={draft.fields[name]}
      onChange={(event) => {
        save.reset();
        draft.change({ [name]: event.target.value });
      }}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { contactMail, contactPhone, ...rest } = draft.fields;
    const contact = { contactMail: contactMail.trim() || null, contactPhone: contactPhone.trim() || null };
    save.mutate(
      { params: { edition: edition.slug }, body: { version: draft.version, ...rest, ...contact } },
      { onSuccess: draft.begin },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <h2>{edition.title}</h2>
      {field('title')}
      {field('venue')}
      {field('address')}
      <div className="pair">
        {field('startsOn', 'date')}
        {field('endsOn', 'date')}
      </div>
      <div className="pair">
        {field('contactMail', 'email', t('editions.contact-hint'))}
        {field('contactPhone', 'tel')}
      </div>
      {draft.isOvertaken && !save.isPending && <Overtaken onTake={draft.take} onKeep={draft.keep} />}
      <Failure error={save.error} />
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('editions.saved')}</p>
        </Notice>
      )}
      <p>
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t('editions.save')}
        </button>
      </p>
    </form>
  );
}

/** The phase, and those that it may move to; each says what it opens and closes. */
function Phase(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const [asked, setAsked] = useState<PhaseName | null>(null);
  const move = useWrite(moveToPhase, ...editionReads);
  const mayMove = standing?.roles.includes('organiser');
  const confirm = (phase: PhaseName) =>
    move.mutate(
      { params: { edition: edition.slug }, body: { version: edition.version, phase } },
      { onSettled: () => setAsked(null) },
    );
  return (
    <section className="panel stack-tight">
      <h2>{t('editions.phase')}</h2>
      <p>
        <strong>{t(`phase.${edition.phase}`)}</strong>
      </p>
      <p className="note">{t(`editions.means-${edition.phase}`)}</p>
      {asked ? (
        <Confirmation
          title={t('editions.will-move', { phase: t(`phase.${asked}`) })}
          touched={[t(`editions.means-${asked}`)]}
          action={t('editions.move-to', { phase: t(`phase.${asked}`) })}
          busy={move.isPending}
          onConfirm={() => confirm(asked)}
          onLeave={() => setAsked(null)}
        />
      ) : (
        mayMove && (
          <div className="line-up">
            {phaseNames
              .filter((phase) => phase !== edition.phase)
              .map((phase) => (
                <button
                  key={phase}
                  className="button"
                  type="button"
                  disabled={!canMoveTo(edition.phase, phase)}
                  onClick={() => setAsked(phase)}
                >
                  {t('editions.move-to', { phase: t(`phase.${phase}`) })}
                </button>
              ))}
          </div>
        )
      )}
      <p className="note">
        {t(edition.phase === 'archived' ? 'editions.why-not-archived' : 'editions.why-step')}
      </p>
      <Failure error={move.error} />
    </section>
  );
}

const visitorParts = ['entryRules', 'transport', 'embassies', 'emergencyNumbers'] as const;

function VisitorForm({ visitors }: { visitors: VisitorPage }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const [form, setForm] = useState(visitors);
  const save = useWrite(editVisitorPage, readEdition);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ params: { edition: edition.slug }, body: form });
  };
  return (
    <form className="form" onSubmit={submit}>
      <h2>{t('editions.visitors', { city: capitalName(edition.capital, i18n) })}</h2>
      {visitorParts.map((part) => (
        <TextArea
          key={part}
          label={t(`editions.${part}`)}
          value={form[part]}
          onChange={(event) => setForm({ ...form, [part]: event.target.value })}
        />
      ))}
      <Failure error={save.error} />
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('editions.saved')}</p>
        </Notice>
      )}
      <p>
        <button className="button" type="submit" disabled={save.isPending}>
          {t('editions.save')}
        </button>
      </p>
    </form>
  );
}

import { listFirms } from '@forum/contract/firms/firms';
import { correctFirm, type FirmListing, readFirmListing } from '@forum/contract/firms/listing';
import { queryOf } from '@forum/client/query';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../../components/choice.tsx';
import { CountryField } from '../../components/country-field.tsx';
import { Failure } from '../../components/failure.tsx';
import { FirmField } from '../../components/firm-field.tsx';
import { RemoveFirm } from '../../components/remove-firm.tsx';
import { useFieldErrors } from '../../components/use-field-errors.ts';

/** Corrects how a firm is listed, or takes it out of the edition. */
export function CorrectFirm(): ReactNode {
  const { t } = useTranslation();
  const [firm, setFirm] = useState<Named | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  return (
    <details>
      <summary>{t('imports.correct-firm')}</summary>
      <div className="stack">
        <FirmField
          label={t('imports.which-firm')}
          chosen={firm}
          onChoose={(chosen) => {
            setRemoved(null);
            setFirm(chosen);
          }}
        />
        {firm && (
          <Listing
            key={firm.id}
            firmId={firm.id}
            onRemoved={(name) => {
              setFirm(null);
              setRemoved(name);
            }}
          />
        )}
        {removed && (
          <Notice tone="good">
            <p>{t('imports.firm-removed', { name: removed })}</p>
          </Notice>
        )}
      </div>
    </details>
  );
}

function Listing({ firmId, onRemoved }: { firmId: string; onRemoved: (name: string) => void }): ReactNode {
  const { edition } = useEdition();
  const query = useQuery(queryOf(readFirmListing, { params: { edition: edition.slug, firm: firmId } }));
  return (
    <Read query={query} bones={3}>
      {(listing) => (
        <>
          <CorrectionForm key={listing.version} listing={listing} />
          <RemoveFirm listing={listing} onRemoved={() => onRemoved(listing.name)} />
        </>
      )}
    </Read>
  );
}

function CorrectionForm({ listing }: { listing: FirmListing }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { id, version, mail } = listing;
  const [form, setForm] = useState({
    name: listing.name,
    country: listing.country ?? '',
    stand: listing.stand ?? '',
  });
  const save = useWrite(correctFirm, readFirmListing, listFirms);
  const refused = useFieldErrors(save.error);
  const change = (part: Partial<typeof form>) => {
    save.reset();
    setForm({ ...form, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      version,
      name: form.name,
      country: form.country || null,
      stand: form.stand.trim() || null,
    };
    save.mutate({ params: { edition: edition.slug, firm: id }, body });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        label={t('editions.name')}
        hint={t('imports.correct-hint')}
        value={form.name}
        error={refused('name')}
        required
        onChange={(event) => change({ name: event.target.value })}
      />
      <CountryField
        label={t('rotation.country')}
        value={form.country}
        error={refused('country')}
        onChoose={(country) => change({ country })}
      />
      <TextField
        label={t('imports.stand')}
        value={form.stand}
        error={refused('stand')}
        onChange={(event) => change({ stand: event.target.value })}
      />
      {mail && <p className="note">{t('imports.listed-mail', { mail })}</p>}
      <Failure error={save.error} atFields />
      <p>
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t('editions.save')}
        </button>
      </p>
    </form>
  );
}

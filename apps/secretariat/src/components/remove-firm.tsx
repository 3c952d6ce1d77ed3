import { listFirms } from '@forum/contract/firms/firms';
import { type FirmListing, removeFirm } from '@forum/contract/firms/listing';
import type { Route } from '@forum/contract/route';
import { useEdition } from '@forum/ui/lib/edition';
import { useWrite } from '@forum/ui/lib/use-write';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from './confirmation.tsx';
import { Failure } from './failure.tsx';
import { TouchedMeetings } from './touched-meetings.tsx';

interface RemoveFirmProps {
  listing: FirmListing;
  /** What is read again, besides the firms. */
  reads?: readonly Route[];
  onRemoved: () => void;
}

/** Takes a firm out of the edition, once everybody whom that touches was shown. */
export function RemoveFirm({ listing, reads = [], onRemoved }: RemoveFirmProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [isAsked, setAsked] = useState(false);
  const remove = useWrite(removeFirm, listFirms, ...reads);
  const { id, version, name, representatives, touched } = listing;
  if (!isAsked) {
    return (
      <p>
        <button className="button" type="button" onClick={() => setAsked(true)}>
          {t('imports.remove-firm')}
        </button>
      </p>
    );
  }
  return (
    <Confirmation
      title={t('imports.remove-title', { name })}
      touched={representatives}
      action={t('imports.remove-firm')}
      grave
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { params: { edition: edition.slug, firm: id }, body: { version } },
          { onSuccess: onRemoved },
        )
      }
      onLeave={() => setAsked(false)}
    >
      <p className="second">{t('imports.remove-text', { count: representatives.length })}</p>
      <TouchedMeetings
        {...touched}
        title={t('imports.ends', { count: touched.total, people: touched.people })}
      />
      <Failure error={remove.error} />
    </Confirmation>
  );
}

import { queryOf } from '@forum/client/query';
import { readMailState } from '@forum/contract/operations/mail-state';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const lookEvery = 60_000;

/** How many mails the forum gave up in the last week, for organisers; nothing while there are none. */
export function MailState(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const isOrganiser = useStanding()?.roles.includes('organiser') ?? false;
  const { data } = useQuery({
    ...queryOf(readMailState, { params: { edition: edition.slug } }),
    enabled: isOrganiser,
    refetchInterval: lookEvery,
  });
  if (!data || data.givenUp === 0) return null;
  return (
    <p className="note" role="status">
      {t('desk.mails-given-up', { count: data.givenUp })}
    </p>
  );
}

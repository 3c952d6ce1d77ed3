import { queryOf } from '@forum/client/query';
import { problemIn } from '@forum/client/http';
import { readInvitation } from '@forum/contract/delegations';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Which delegation the invitation is for that the reader came with. */
export function InvitedTo({ secret }: { secret: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(readInvitation, { params: { edition: edition.slug, secret } }));
  if (query.error) return <ProblemNotice problem={problemIn(query.error)} />;
  if (!query.data) return null;
  const { delegation, places } = query.data;
  return (
    <Notice>
      <p>
        <strong>{t('register.invited', { delegation: delegation.name })}</strong>
      </p>
      <ul className="second">
        {places.map((one) => (
          <li key={one.category}>
            {t('register.places', {
              category: t(`category.${one.category}`),
              count: Math.max(0, one.places - one.taken),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

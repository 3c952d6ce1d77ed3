import type { readInvitation } from '@forum/contract/delegations/delegations';
import type { RouteOutput } from '@forum/contract/route';
import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { placesLeft } from './places-left.ts';

export type Invitation = RouteOutput<typeof readInvitation>;

/** Which delegation the invitation is for that the reader came with, and what is left of its places. */
export function InvitedTo({ invitation: { delegation, places } }: { invitation: Invitation }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice>
      <p>
        <strong>{t('register.invited', { delegation: delegation.name })}</strong>
      </p>
      <ul className="second">
        {places
          .filter((one) => one.places > 0)
          .map((one) => (
            <li key={one.category}>
              {t('register.places', {
                category: t(`category.${one.category}`),
                count: placesLeft(places, one.category),
              })}
              {one.waiting > 0 && ` · ${t('register.places-waiting', { count: one.waiting })}`}
            </li>
          ))}
      </ul>
    </Notice>
  );
}

import { type ProfileClash } from '@forum/domain/matchmaking/merge-profiles';
import { Notice } from '@forum/ui/states/notice';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilityName } from '../use-capabilities.ts';

const labels: Record<ProfileClash['field'], string> = {
  size: 'profile.size',
  establishedIn: 'profile.established',
  controlledFrom: 'profile.controlled',
  interests: 'profile.interests',
  offers: 'profile.offers',
  needs: 'profile.needs',
};

/** Somebody else saved first: what was put together, and where both changed the same. */
export function MergeNotice({
  by,
  clashes,
}: {
  by: string | null;
  clashes: readonly ProfileClash[];
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCapabilityName();
  return (
    <div role="alert">
      <Notice tone="care">
        <p>
          <strong>{t('profile.merged', { by: by ?? t('profile.somebody') })}</strong>
        </p>
        <p>{t(clashes.length === 0 ? 'profile.merged-all' : 'profile.merged-clashes')}</p>
        {clashes.length > 0 && (
          <ul>
            {clashes.map(({ field, capability }) => (
              <li key={`${field} ${capability}`}>
                {t(labels[field])}
                {capability && `: ${nameOf(capability)}`}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

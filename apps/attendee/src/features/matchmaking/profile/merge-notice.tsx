import type { ProfileClash } from '@forum/domain/matchmaking/merge-profiles';
import { countryName } from '@forum/ui/lib/country-name';
import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LineInWords } from '../shown-lines.tsx';

const labels: Record<ProfileClash['field'], string> = {
  size: 'profile.size',
  establishedIn: 'profile.established',
  controlledFrom: 'profile.controlled',
  interests: 'profile.interests',
  offers: 'profile.offers',
  needs: 'profile.needs',
};

/** Somebody else saved first: what was put together, and both wordings where both changed the same. */
export function MergeNotice({
  by,
  clashes,
  onTurn,
}: {
  by: string | null;
  clashes: readonly ProfileClash[];
  /** Lets the other wording stand. */
  onTurn: (clash: ProfileClash) => void;
}): ReactNode {
  const { t } = useTranslation();
  const name = by ?? t('profile.somebody');
  return (
    <div role="alert">
      <Notice tone="care">
        <p>
          <strong>{t('profile.merged', { by: name })}</strong>
        </p>
        <p>{t(clashes.length === 0 ? 'profile.merged-all' : 'profile.merged-clashes')}</p>
        {clashes.length > 0 && (
          <ul className="ruled clashes">
            {clashes.map((clash, place) => (
              <li key={place} className="stack-tight">
                <strong>{t(labels[clash.field])}</strong>
                {(['mine', 'theirs'] as const).map((whose) => (
                  <div key={whose} className="wording" data-stands={clash.stands === whose}>
                    <p>
                      <span className="note">
                        {t(whose === 'mine' ? 'profile.wording-mine' : 'profile.wording-theirs', {
                          by: name,
                        })}
                        {clash.stands === whose && ` · ${t('profile.wording-stands')}`}
                      </span>
                      <br />
                      <Wording clash={clash} whose={whose} />
                    </p>
                    {clash.stands !== whose && (
                      <button className="button" type="button" onClick={() => onTurn(clash)}>
                        {t(whose === 'mine' ? 'profile.take-mine' : 'profile.take-theirs', { by: name })}
                      </button>
                    )}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

/** What one of both has said. */
function Wording({ clash, whose }: { clash: ProfileClash; whose: ProfileClash['stands'] }): ReactNode {
  const { t, i18n } = useTranslation();
  switch (clash.field) {
    case 'offers':
    case 'needs': {
      const line = clash[whose];
      return line ? <LineInWords line={line} /> : t('profile.wording-removed');
    }
    case 'size': {
      const size = clash[whose];
      return t(size ? `size.${size}` : 'profile.unsaid');
    }
    default: {
      const countries = clash[whose];
      if (countries === null) return t('profile.unsaid');
      const names = countries.map((code) => countryName(code, i18n.language));
      return names.join(', ') || t('profile.wording-none');
    }
  }
}

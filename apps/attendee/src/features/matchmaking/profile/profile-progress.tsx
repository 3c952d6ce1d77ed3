import { profileLevels, type ProfileProgress as Progress } from '@forum/domain/matchmaking/profile-progress';
import { Icon } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Detail } from './detail.ts';

interface ProfileProgressProps {
  progress: Progress;
  detail: Detail;
  onDetail: (detail: Detail) => void;
}

/** How far the profile is, and how much of the form is shown: three levels, each with what it brings. */
export function ProfileProgress({ progress, detail, onDetail }: ProfileProgressProps): ReactNode {
  const { t } = useTranslation();
  const reached = progress.level === null ? -1 : profileLevels.indexOf(progress.level);
  const left = progress.missing.filter(({ level }) => level === detail).length;
  return (
    <section className="panel stack-tight" data-tone="accent" aria-label={t('profile.progress')}>
      <p className="apart">
        <strong className="figures" role="status">
          {t('profile.percent', { percent: progress.percent })}
        </strong>
        {left > 0 && <span className="second figures">{t('profile.left', { count: left })}</span>}
      </p>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${progress.percent}%` }} />
      </span>
      <div className="chips" role="group" aria-label={t('profile.levels')}>
        {profileLevels.map((level, place) => (
          <button
            key={level}
            className="chip"
            type="button"
            aria-pressed={detail === level}
            onClick={() => onDetail(level)}
          >
            {place <= reached && <Icon name="check" />}
            {t(`profile.level.${level}`)}
          </button>
        ))}
      </div>
      <p className="second">{t(`profile.level-brings.${detail}`)}</p>
    </section>
  );
}

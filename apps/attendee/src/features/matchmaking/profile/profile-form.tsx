import { problemIn } from '@forum/client/http';
import type { OwnProfile } from '@forum/contract/matchmaking/profiles';
import { profileLevels, progressOf } from '@forum/domain/matchmaking/profile-progress';
import { sizeClasses } from '@forum/domain/matchmaking/profile';
import { SelectField } from '@forum/ui/forms/field';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShownLines } from '../shown-lines.tsx';
import { Beginnings } from './beginnings.tsx';
import { CountryChoice } from './country-choice.tsx';
import { shows } from './detail.ts';
import { LinesEditor } from './lines-editor.tsx';
import { MergeNotice } from './merge-notice.tsx';
import { ProfileProgress } from './profile-progress.tsx';
import { useProfileDraft } from './use-profile-draft.ts';

interface ProfileFormProps {
  firm: string;
  own: OwnProfile;
  countries: readonly { code: string; name: string }[];
}

/** What a firm offers and needs, written level by level, with how far it is and how others will see it. */
export function ProfileForm({ firm, own, countries }: ProfileFormProps): ReactNode {
  const { t } = useTranslation();
  const { content, change, isChanged, save, merged, turn } = useProfileDraft(firm, own);
  const progress = progressOf({ firmId: firm, ...content });
  const [detail, setDetail] = useState(progress.missing[0]?.level ?? 'complete');
  const [isPreview, setPreview] = useState(false);
  const isStale = save.error !== null && problemIn(save.error).code === 'version.stale';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(true);
  };
  return (
    <form className="form" onSubmit={submit}>
      <ProfileProgress progress={progress} detail={detail} onDetail={setDetail} />
      {!own.confirmed && <Beginnings firm={firm} own={own} content={content} onBegin={change} />}
      <SelectField
        label={t('profile.size')}
        value={content.size ?? ''}
        onChange={(event) => change({ size: (event.target.value || null) as typeof content.size })}
      >
        <option value="">{t('profile.unsaid')}</option>
        {sizeClasses.map((size) => (
          <option key={size} value={size}>
            {t(`size-hint.${size}`)}
          </option>
        ))}
      </SelectField>
      <CountryChoice
        label={t('profile.established')}
        options={countries}
        chosen={content.establishedIn}
        onChange={(establishedIn) => change({ establishedIn })}
      />
      {shows(detail, 'matchable') && (
        <CountryChoice
          label={t('profile.interests')}
          hint={t('profile.interests-hint')}
          options={countries}
          chosen={content.interests}
          onChange={(interests) => change({ interests })}
          none={t('profile.interests-none')}
        />
      )}
      {shows(detail, 'complete') && (
        <CountryChoice
          label={t('profile.controlled')}
          hint={t('profile.controlled-hint')}
          options={countries}
          chosen={content.controlledFrom}
          onChange={(controlledFrom) => change({ controlledFrom })}
          none={t('profile.controlled-none')}
        />
      )}
      {(['offers', 'needs'] as const).map((name) => (
        <LinesEditor
          key={name}
          name={name}
          lines={content[name]}
          detail={detail}
          onChange={(lines) => change({ [name]: lines })}
        />
      ))}
      <section className="stack-tight">
        <p>
          <button
            className="button"
            type="button"
            aria-expanded={isPreview}
            onClick={() => setPreview(!isPreview)}
          >
            {t('profile.preview')}
          </button>
        </p>
        {isPreview && (
          <div className="panel stack">
            <p className="note">{t('profile.preview-text')}</p>
            <ShownLines offers={content.offers} needs={content.needs} />
          </div>
        )}
      </section>
      {merged && <MergeNotice {...merged} onTurn={turn} />}
      {save.isPaused && (
        <Notice>
          <p role="status">{t('profile.waits')}</p>
        </Notice>
      )}
      {save.error && !isStale && <ProblemNotice problem={problemIn(save.error)} />}
      {save.isSuccess && !isChanged && (
        <Notice tone="good">
          <p>{t(save.data.confirmed ? 'profile.shown-now' : 'profile.kept')}</p>
        </Notice>
      )}
      <p className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t(own.confirmed ? 'profile.save' : 'profile.confirm')}
        </button>
        {!own.confirmed && (
          <button
            className="button"
            type="button"
            disabled={save.isPending}
            onClick={() => save.mutate(false)}
          >
            {t('profile.keep')}
          </button>
        )}
      </p>
      {progress.level !== null && profileLevels.indexOf(progress.level) < 2 && (
        <p className="note">{t(`profile.next-after-${progress.level}`)}</p>
      )}
    </form>
  );
}

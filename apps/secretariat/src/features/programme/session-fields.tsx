import type { Programme } from '@forum/contract/programme/programme';
import { sessionKinds } from '@forum/domain/programme/session';
import { SelectField, TextArea, TextField } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What is said of a session besides its time, its place and who may see it. */
export interface SessionSaid {
  title: string;
  subtitle: string;
  kind: (typeof sessionKinds)[number];
  trackId: string | null;
  language: string;
  abstract: string;
}

export const nothingSaid: SessionSaid = {
  title: '',
  subtitle: '',
  kind: 'panel',
  trackId: null,
  language: '',
  abstract: '',
};

/** As the routes take it: what is empty is nothing. */
export const asSent = (said: SessionSaid) => ({
  ...said,
  subtitle: said.subtitle.trim() || null,
  language: said.language.trim() || null,
});

interface SessionFieldsProps {
  said: SessionSaid;
  tracks: Programme['tracks'];
  refused: (field: string) => string | null;
  onChange: (said: SessionSaid) => void;
}

/** The fields of a session's texts, type, track and language. */
export function SessionFields({ said, tracks, refused, onChange }: SessionFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('board.title')}
        value={said.title}
        error={refused('title')}
        required
        onChange={(event) => onChange({ ...said, title: event.target.value })}
      />
      <TextField
        label={t('board.subtitle')}
        value={said.subtitle}
        error={refused('subtitle')}
        onChange={(event) => onChange({ ...said, subtitle: event.target.value })}
      />
      <div className="pair">
        <SelectField
          label={t('board.kind')}
          value={said.kind}
          onChange={(event) => onChange({ ...said, kind: event.target.value as SessionSaid['kind'] })}
        >
          {sessionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('board.track')}
          value={said.trackId ?? ''}
          error={refused('trackId')}
          onChange={(event) => onChange({ ...said, trackId: event.target.value || null })}
        >
          <option value="">{t('board.no-track')}</option>
          {tracks.map((track) => (
            <option key={track.id} value={track.id}>
              {track.name}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        label={t('board.language')}
        hint={t('board.language-hint')}
        value={said.language}
        error={refused('language')}
        onChange={(event) => onChange({ ...said, language: event.target.value })}
      />
      <TextArea
        label={t('board.abstract')}
        value={said.abstract}
        error={refused('abstract')}
        onChange={(event) => onChange({ ...said, abstract: event.target.value })}
      />
    </>
  );
}

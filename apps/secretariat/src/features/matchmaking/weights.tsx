import {
  type MatchSettingsForm,
  previewMatchSettings,
  type SettingsOfEdition,
} from '@forum/contract/matchmaking/settings';
import { usualSettings } from '@forum/domain/matchmaking/matching/settings';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { Comparison } from './comparison.tsx';
import { Goals } from './goals.tsx';
import { Saved } from './saved.tsx';
import { useSaveSettings } from './use-settings.ts';

const weightNames = Object.keys(usualSettings.weights) as (keyof MatchSettingsForm['weights'])[];
const suggestNames = ['usual', 'perFreeSlot', 'most', 'reach', 'primesForSmall'] as const;

/** The weights and goals of the matching: a draft, with what it would change before it is set. */
export function WeightsPart({ read }: { read: SettingsOfEdition }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [settings, setSettings] = useState(read.settings);
  const { save, set } = useSaveSettings(read);
  const preview = useWrite(previewMatchSettings);
  const number = (label: string, value: number, onValue: (value: number) => void) => (
    <TextField
      key={label}
      label={label}
      type="number"
      min={0}
      max={1000}
      value={value}
      onChange={(event) => onValue(Math.max(0, Math.round(Number(event.target.value))))}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set({ settings });
  };
  return (
    <div className="stack">
      <form className="form" id="match-weights" onSubmit={submit}>
        <p className="second">{t('matching.weights-text')}</p>
        <div className="pair">
          {weightNames.map((name) =>
            number(t(`matching.weight.${name}`), settings.weights[name], (value) =>
              setSettings({ ...settings, weights: { ...settings.weights, [name]: value } }),
            ),
          )}
          {number(t('matching.weight.saleShare'), settings.saleShare, (saleShare) =>
            setSettings({ ...settings, saleShare }),
          )}
        </div>
        <h2>{t('matching.suggestions-title')}</h2>
        <div className="pair">
          {suggestNames.map((name) =>
            number(t(`matching.suggest.${name}`), settings.suggestions[name], (value) =>
              setSettings({ ...settings, suggestions: { ...settings.suggestions, [name]: value } }),
            ),
          )}
        </div>
      </form>
      <Goals goals={settings.goals} onChange={(goals) => setSettings({ ...settings, goals })} />
      <p className="line-up">
        <button
          className="button"
          type="button"
          disabled={preview.isPending}
          onClick={() => preview.mutate({ params: { edition: edition.slug }, body: { settings } })}
        >
          {t('matching.preview')}
        </button>
        <button
          className="button"
          data-kind="main"
          type="submit"
          form="match-weights"
          disabled={save.isPending}
        >
          {t('matching.save')}
        </button>
        <button
          className="button"
          data-kind="quiet"
          type="button"
          onClick={() => setSettings({ ...(usualSettings as MatchSettingsForm), goals: settings.goals })}
        >
          {t('matching.usual')}
        </button>
      </p>
      <Saved save={save} />
      <Failure error={preview.error} />
      {preview.data && <Comparison preview={preview.data} />}
    </div>
  );
}

import type { ProfileLineForm } from '@forum/contract/matchmaking/profiles';
import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CapabilityChoice } from './capability-choice.tsx';
import type { Detail } from './detail.ts';
import { LineFields } from './line-fields.tsx';

interface LinesEditorProps {
  name: 'offers' | 'needs';
  lines: readonly ProfileLineForm[];
  detail: Detail;
  onChange: (lines: ProfileLineForm[]) => void;
}

/** The offers or the needs: each with its fields, and the way to add another. */
export function LinesEditor({ name, lines, detail, onChange }: LinesEditorProps): ReactNode {
  const { t } = useTranslation();
  const add = (capability: string) => {
    const taken = lines.filter((line) => line.capability === capability).map(({ mode }) => mode);
    const mode = cooperationModes.find((one) => !taken.includes(one)) ?? 'supply';
    onChange([
      ...lines,
      { capability, mode, maturity: null, capacity: null, leadTimeWeeks: null, note: null },
    ]);
  };
  return (
    <section className="stack" aria-labelledby={`lines-${name}`}>
      <h2 id={`lines-${name}`}>{t(`profile.${name}`)}</h2>
      {lines.length === 0 && <p className="second">{t(`profile.example-${name}`)}</p>}
      {lines.map((line, place) => (
        <LineFields
          key={place}
          line={line}
          detail={detail}
          onChange={(part) => onChange(lines.map((one, i) => (i === place ? { ...one, ...part } : one)))}
          onRemove={() => onChange(lines.filter((_, i) => i !== place))}
        />
      ))}
      <CapabilityChoice label={t(`profile.add-${name}`)} hint={t('profile.add-hint')} onChoose={add} />
    </section>
  );
}

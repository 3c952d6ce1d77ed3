import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilityName } from '../matchmaking/use-capabilities.ts';

interface TeamCapabilitiesProps {
  /** Codes of what the firm's profile names. */
  ofFirm: readonly string[];
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}

/** What a team can talk about, of all that its firm offers and needs; nothing chosen means anything. */
export function TeamCapabilities({ ofFirm, chosen, onChange }: TeamCapabilitiesProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCapabilityName();
  const codes = [...new Set([...ofFirm, ...chosen])];
  if (codes.length === 0) return null;
  const turn = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{t('teams.capabilities')}</legend>
      <p className="note">{t('teams.capabilities-text')}</p>
      <ul className="chips">
        {codes.map((code) => (
          <li key={code}>
            <button
              className="chip"
              type="button"
              aria-pressed={chosen.includes(code)}
              onClick={() => turn(code)}
            >
              {nameOf(code)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

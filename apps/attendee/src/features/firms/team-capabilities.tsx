import { AnyOf } from '@forum/ui/forms/any-of';
import type { ReactNode } from 'react';
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
  return (
    <AnyOf
      label={t('teams.capabilities')}
      hint={t('teams.capabilities-text')}
      values={codes}
      chosen={chosen}
      nameOf={nameOf}
      onChange={onChange}
    />
  );
}

/** What a team talks about, for those who think of asking it for a meeting. */
export function TeamSubjects({ codes }: { codes: readonly string[] }): ReactNode {
  const nameOf = useCapabilityName();
  return <p className="second">{codes.map(nameOf).join(' · ')}</p>;
}

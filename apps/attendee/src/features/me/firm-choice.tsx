import type { FirmToRepresent } from '@forum/contract/delegations/registration';
import { countryName } from '@forum/ui/lib/country-name';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FirmToRepresentSearch } from './firm-to-represent-search.tsx';

interface FirmChoiceProps {
  firmId: string | null;
  /** The firm that was chosen before, on whatever device, or that the organisation's name was matched with. */
  known: FirmToRepresent | null;
  error?: string | undefined;
  onChoose: (firm: FirmToRepresent | null) => void;
}

/** The firm that one comes for: searched for by its name, or none if it is not listed. */
export function FirmChoice({ firmId, known, error, onChoose }: FirmChoiceProps): ReactNode {
  const { t, i18n } = useTranslation();
  const [found, setFound] = useState<FirmToRepresent | null>(null);
  const chosen = [found, known].find((firm) => firm !== null && firm.id === firmId);
  const choose = (firm: FirmToRepresent | null) => {
    setFound(firm);
    onChoose(firm);
  };
  if (!chosen) return <FirmToRepresentSearch error={error} onChoose={choose} />;
  return (
    <div className="field" role="group" aria-label={t('register.firm')}>
      <span className="field-label">{t('register.firm')}</span>
      <p className="apart panel">
        <span>
          <strong lang={languageOfScript(chosen.name)}>{chosen.name}</strong>{' '}
          <span className="note">{countryName(chosen.country, i18n.language)}</span>
        </span>
        {/* What had the focus, the row that was chosen, is gone. */}
        <button className="button" type="button" autoFocus={found !== null} onClick={() => choose(null)}>
          {t('register.other-firm')}
        </button>
      </p>
      <span className="hint">{t('register.firm-hint')}</span>
    </div>
  );
}

import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { Tick } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Consents = RegistrationForm['consents'];

const asked = ['profileVisible', 'nextEditions', 'photographs'] as const;

interface ConsentTicksProps {
  given: Consents;
  onChange: (consents: Consents) => void;
}

/** What one agrees to: each on its own, and each can be taken back at any time. */
export function ConsentTicks({ given, onChange }: ConsentTicksProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="part">
      <legend>{t('register.consents')}</legend>
      <div>
        {asked.map((part) => (
          <Tick
            key={part}
            label={t(`register.consent-${part}`)}
            checked={given[part]}
            onChange={(event) => onChange({ ...given, [part]: event.target.checked })}
          />
        ))}
      </div>
    </fieldset>
  );
}

import { call } from '@forum/client/http';
import { keyOf } from '@forum/client/query';
import { editMe, whoAmI } from '@forum/contract/identity/me';
import { SelectField } from '@forum/ui/forms/field';
import { deviceZone } from '@forum/ui/lib/instants';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The zone whose time stands beside the venue's; this device's if nothing is chosen. */
export function ZoneChoice({ zone }: { zone: string | null }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (next: string | null) => call(editMe, { body: { zone: next } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(whoAmI) }),
  });
  const zones = [...new Set([...(zone ? [zone] : []), ...Intl.supportedValuesOf('timeZone')])];
  return (
    <SelectField
      label={t('me.zone')}
      value={zone ?? ''}
      onChange={(event) => choose.mutate(event.target.value || null)}
    >
      <option value="">{t('me.device-zone', { zone: deviceZone() })}</option>
      {zones.map((one) => (
        <option key={one} value={one}>
          {one.replaceAll('_', ' ')}
        </option>
      ))}
    </SelectField>
  );
}

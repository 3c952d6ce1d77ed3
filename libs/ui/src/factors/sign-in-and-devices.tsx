import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../shell/heading.tsx';
import { Devices } from './devices.tsx';
import { SecondFactor } from './second-factor.tsx';

/** How one signs in, and where one is signed in: the same in both apps. */
export function SignInAndDevices(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Heading tab={t('devices.heading')} />
      <SecondFactor />
      <Devices />
    </div>
  );
}

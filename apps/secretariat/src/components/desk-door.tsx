import { FactorPrompt } from '@forum/ui/factors/factor-prompt';
import { RingMark } from '@forum/ui/ring/ring-mark';
import { Door } from '@forum/ui/shell/door';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The frame of the desk where no edition is open: before the first, or where the reader cannot see the one asked for. */
export function DeskDoor({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Door
      sign={
        <span className="sign">
          <RingMark />
          <span>{t('desk.title')}</span>
        </span>
      }
    >
      <FactorPrompt setUpAt="/sign-in/second-factor?to=/secretariat/" />
      {children}
    </Door>
  );
}

import type { Matter } from '@forum/contract/outcomes/ledger';
import { outcomeStages } from '@forum/domain/outcomes/ledger';
import { Icon, type IconName } from '@forum/ui/icons/icon';
import { dayName } from '@forum/ui/lib/instants';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Standing = 'confirmed' | 'proposed' | 'skipped' | 'to-come';

const signs: Record<Standing, IconName> = {
  confirmed: 'check',
  proposed: 'today',
  skipped: 'dot',
  'to-come': 'dot',
};

/** How far two firms have come in a matter, stage by stage. */
export function StageLadder({ matter }: { matter: Matter }): ReactNode {
  const { t, i18n } = useTranslation();
  const reached = matter.reached === null ? -1 : outcomeStages.indexOf(matter.reached);
  return (
    <ol className="ladder">
      {outcomeStages.map((stage, at) => {
        const steps = matter.steps.filter((step) => step.stage === stage && step.state !== 'declined');
        const step = steps.find(({ state }) => state === 'confirmed') ?? steps[0];
        const missing = at < reached ? 'skipped' : 'to-come';
        const standing: Standing = step ? (step.state === 'confirmed' ? 'confirmed' : 'proposed') : missing;
        return (
          <li key={stage} data-standing={standing}>
            <Icon name={signs[standing]} />
            <span className="ladder-stage">{t(`stage.${stage}`)}</span>
            <span className="note">
              {t(`outcomes.${standing}`)}
              {step?.until && ` · ${t('outcomes.until', { day: dayName(step.until, i18n.language) })}`}
              {step?.confidential && ` · ${t('outcomes.confidential')}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

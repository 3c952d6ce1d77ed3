import type { MeetingReport } from '@forum/contract/outcomes/reports';
import { TextField } from '@forum/ui/forms/field';
import { Icon } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type FollowUp = MeetingReport['followUps'][number];

/** What one's side means to do, each by its day. */
export function FollowUps({
  value,
  onChange,
}: {
  value: readonly FollowUp[];
  onChange: (followUps: FollowUp[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<FollowUp>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{t('report.follow-ups')}</legend>
      {value.map((followUp, at) => (
        <div key={at} className="follow-up">
          <TextField
            label={t('report.what')}
            maxLength={200}
            value={followUp.what}
            onChange={(event) => change(at, { what: event.target.value })}
          />
          <TextField
            label={t('report.due')}
            type="date"
            value={followUp.due}
            onChange={(event) => change(at, { due: event.target.value })}
          />
          <button
            className="icon-button"
            type="button"
            aria-label={t('report.remove', { what: followUp.what })}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <p>
        <button
          className="button"
          type="button"
          disabled={value.length >= 20}
          onClick={() => onChange([...value, { what: '', due: '' }])}
        >
          {t('report.add')}
        </button>
      </p>
    </fieldset>
  );
}

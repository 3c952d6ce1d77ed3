import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const ratings = [1, 2, 3, 4, 5] as const;

/** What a meeting was worth, from 1 to 5, or nothing said. */
export function Rating({
  value,
  onChange,
}: {
  value: number | null;
  onChange: (rating: number | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{t('report.rating')}</legend>
      <div className="chips">
        {ratings.map((rating) => (
          <button
            key={rating}
            className="chip figures"
            type="button"
            aria-pressed={value === rating}
            aria-label={t('report.rating-of', { rating })}
            onClick={() => onChange(value === rating ? null : rating)}
          >
            {rating}
          </button>
        ))}
      </div>
      <p className="note">{t('report.rating-hint')}</p>
    </fieldset>
  );
}

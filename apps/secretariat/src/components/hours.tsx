import { TextField } from '@forum/ui/forms/field';
import { WallTimeField } from '@forum/ui/forms/wall-time-field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** From when to when, in the wall time of the venue. */
export interface WallSpan {
  start: string;
  end: string;
  reason?: string;
}

/** Spans of time, one a line. */
export function Hours({
  title,
  spans,
  onChange,
  withReason = false,
}: {
  title: string;
  spans: WallSpan[];
  onChange: (spans: WallSpan[]) => void;
  withReason?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const change = (i: number, part: Partial<WallSpan>) =>
    onChange(spans.map((span, j) => (i === j ? { ...span, ...part } : span)));
  const last = spans.at(-1);
  return (
    <fieldset className="stack-tight">
      <legend>
        <h2>{title}</h2>
      </legend>
      {spans.map((span, i) => (
        <div key={i} className="pair">
          <WallTimeField
            label={t('hall.from')}
            value={span.start}
            onChange={(wall) => change(i, { start: wall })}
          />
          <WallTimeField
            label={t('hall.until')}
            value={span.end}
            onChange={(wall) => change(i, { end: wall })}
          />
          {withReason && (
            <TextField
              label={t('hall.reason')}
              value={span.reason ?? ''}
              onChange={(event) => change(i, { reason: event.target.value })}
            />
          )}
          <button className="button" type="button" onClick={() => onChange(spans.filter((_, j) => j !== i))}>
            {t('hall.remove')}
          </button>
        </div>
      ))}
      <p>
        <button
          className="button"
          type="button"
          onClick={() => onChange([...spans, last ? { ...last } : { start: '', end: '' }])}
        >
          {t('hall.add')}
        </button>
      </p>
    </fieldset>
  );
}

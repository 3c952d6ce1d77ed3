import { TextField } from '@forum/ui/forms/field';
import { type ReactNode } from 'react';
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
          <TextField
            label={t('hall.from')}
            type="datetime-local"
            value={span.start}
            onChange={(event) => change(i, { start: event.target.value })}
          />
          <TextField
            label={t('hall.until')}
            type="datetime-local"
            value={span.end}
            onChange={(event) => change(i, { end: event.target.value })}
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

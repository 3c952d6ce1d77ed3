import { TextField } from '@forum/ui/forms/field';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmationProps {
  /** What is about to happen, as a sentence. */
  title: string;
  /** Everybody whom it touches, by name: all of them, however many. */
  touched: readonly string[];
  /** What the button says that does it. */
  action: string;
  grave?: boolean;
  busy: boolean;
  onConfirm: () => void;
  onLeave: () => void;
  children?: ReactNode;
}

/** From how many on something grave is confirmed by typing their number: a press of a button is soon done. */
const typedFrom = 20;

/** Says what will happen and whom it touches, in the page and not over it; only then it is done. */
export function Confirmation({
  title,
  touched,
  action,
  grave = false,
  busy,
  onConfirm,
  onLeave,
  children,
}: ConfirmationProps): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState('');
  const count = touched.length;
  const isTyped = !grave || count < typedFrom || typed.trim() === String(count);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="confirmation stack-tight" role="group" aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {touched.length > 0 && (
        <>
          <p className="second">{t('confirmation.touched', { count })}</p>
          <ol className="touched">
            {touched.map((name, i) => (
              <li key={i}>{name}</li>
            ))}
          </ol>
        </>
      )}
      {children}
      {grave && count >= typedFrom && (
        <TextField
          label={t('confirmation.type', { count })}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="line-up">
        <button
          className="button"
          data-kind={grave ? 'grave' : 'main'}
          type="button"
          disabled={busy || !isTyped}
          onClick={onConfirm}
        >
          {action}
        </button>
        <button className="button" data-kind="quiet" type="button" onClick={onLeave}>
          {t('form.cancel')}
        </button>
      </div>
    </div>
  );
}

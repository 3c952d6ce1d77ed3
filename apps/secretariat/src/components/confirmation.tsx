import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmationProps {
  /** What is about to happen, as a sentence. */
  title: string;
  /** Whom it touches, by name. */
  touched: readonly string[];
  /** What the button says that does it. */
  action: string;
  grave?: boolean;
  busy: boolean;
  onConfirm: () => void;
  onLeave: () => void;
  children?: ReactNode;
}

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
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="confirmation stack-tight" role="group" aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {touched.length > 0 && (
        <ul className="touched">
          {touched.map((name, i) => (
            <li key={i}>{name}</li>
          ))}
        </ul>
      )}
      {children}
      <div className="line-up">
        <button
          className="button"
          data-kind={grave ? 'grave' : 'main'}
          type="button"
          disabled={busy}
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

import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps {
  /** What the button says, and again the one that confirms. */
  label: string;
  /** Whom and what it touches. */
  question: string;
  onConfirm: () => void;
  disabled?: boolean;
  kind?: 'grave' | undefined;
  /** How the one that confirms looks: grave for what ends or removes something, as most do; main for what gives it. */
  confirmKind?: 'grave' | 'main';
}

/** A button for what cannot be taken back: it first says whom it touches. */
export function ConfirmButton({
  label,
  question,
  onConfirm,
  disabled,
  kind,
  confirmKind = 'grave',
}: ConfirmButtonProps): ReactNode {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        data-kind={kind}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-label={label}>
        <form method="dialog" className="stack">
          <p>{question}</p>
          <div className="line-up">
            <button className="button" data-kind={confirmKind} onClick={onConfirm}>
              {label}
            </button>
            <button className="button">{t('form.cancel')}</button>
          </div>
        </form>
      </dialog>
    </>
  );
}

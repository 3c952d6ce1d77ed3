import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a text that is long to type. */
export function CopyButton({ text }: { text: string }): ReactNode {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <button className="button" data-kind="quiet" type="button" onClick={copy} aria-live="polite">
      {t(isCopied ? 'list.copied' : 'list.copy')}
    </button>
  );
}

import { ProblemNotice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeIn } from './size.ts';
import type { Upload } from './use-uploads.ts';

interface UploadRowProps {
  upload: Upload;
  onAgain: () => void;
  onLeave: () => void;
}

/** A document on its way, or why it did not arrive. */
export function UploadRow({ upload: { file, problem }, onAgain, onLeave }: UploadRowProps): ReactNode {
  const { t, i18n } = useTranslation();
  const name = file.name;
  if (!problem) {
    return (
      <li className="attachment">
        <div>
          <p role="status">
            {t('attachments.sending', { name })}{' '}
            <span className="note">{sizeIn(file.size, i18n.language)}</span>
          </p>
          <progress aria-label={t('attachments.sending', { name })} />
        </div>
      </li>
    );
  }
  // The same bytes are refused again; only what was not heard is worth another try.
  const isWorthAnotherTry = problem.status === 0 || problem.status >= 429;
  return (
    <li className="attachment">
      <div className="stack-tight">
        <p>
          <strong>{t('attachments.failed', { name })}</strong>
        </p>
        <ProblemNotice problem={problem} {...(isWorthAnotherTry ? { retry: onAgain } : {})} />
        <p>
          <button className="button" type="button" onClick={onLeave}>
            {t('attachments.leave')}
          </button>
        </p>
      </div>
    </li>
  );
}

import { askForFactorBy } from '@forum/client/factor-gate';
import { queryOf } from '@forum/client/query';
import { whoAmI } from '@forum/contract/identity/me';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProveForm } from './prove-form.tsx';

/** Asks for the second factor over whatever is on the screen, when a write wants it; that is sent again afterwards. */
export function FactorPrompt({ setUpAt }: { setUpAt: string }): ReactNode {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<((shown: boolean) => void) | null>(null);
  const me = useQuery({ ...queryOf(whoAmI), enabled: answer !== null }).data;
  useEffect(() => askForFactorBy(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  useEffect(() => {
    if (answer) dialog.current?.showModal();
  }, [answer]);
  const end = (shown: boolean) => {
    answer?.(shown);
    setAnswer(null);
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-label={t('factor.prompt')} onClose={() => end(false)}>
      {answer && (
        <div className="stack">
          <h2>{t('factor.prompt')}</h2>
          {me?.secondFactor.enrolled === false ? (
            <>
              <p>{t('factor.none-yet')}</p>
              <p>
                <a className="button" data-kind="main" href={setUpAt}>
                  {t('factor.set-up')}
                </a>
              </p>
            </>
          ) : (
            <>
              <p className="second">{t('factor.prompt-why')}</p>
              <ProveForm onShown={() => end(true)} />
            </>
          )}
          <p>
            <button className="button" data-kind="quiet" type="button" onClick={() => end(false)}>
              {t('form.cancel')}
            </button>
          </p>
        </div>
      )}
    </dialog>
  );
}

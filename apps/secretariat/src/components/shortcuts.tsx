import type { Place } from '@forum/ui/shell/shell';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rowKeys } from './row-keys.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'));

/** Keys for everything that is done often, and the button and key that list them. */
export function Shortcuts({ places }: { places: readonly Place[] }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open) return;
      if (isTyping(event.target) && event.key !== 'Escape') return;
      const place = places[Number(event.key) - 1];
      const act = place ? () => void navigate(place.to) : rowKeys[event.key];
      if (event.key === '?') dialog.current?.showModal();
      else if (act) {
        if (event.key !== 'Escape') event.preventDefault();
        act();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [navigate, places]);
  return (
    <>
      <button className="shortcuts-open" type="button" onClick={() => dialog.current?.showModal()}>
        <kbd>?</kbd> {t('shortcuts.title')}
      </button>
      <dialog ref={dialog} aria-labelledby="shortcuts-title">
        <form className="stack" method="dialog">
          <h2 id="shortcuts-title">{t('shortcuts.title')}</h2>
          <dl className="facts">
            {places.map((place, i) => (
              <Key key={place.to} name={String(i + 1)} does={place.label} />
            ))}
            {Object.keys(rowKeys).map((key) => (
              <Key key={key} name={key} does={t(`shortcuts.do.${key}`)} />
            ))}
            <Key name="?" does={t('shortcuts.this')} />
          </dl>
          <div>
            <button className="button" type="submit">
              {t('shortcuts.close')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

function Key({ name, does }: { name: string; does: string }): ReactNode {
  return (
    <>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}

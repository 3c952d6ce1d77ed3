import { type Place } from '@forum/ui/shell/shell';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Keys for everything that is done often: a digit opens a place, `/` searches, `?` shows this list. */
export function Shortcuts({ places }: { places: readonly Place[] }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const place = places[Number(event.key) - 1];
      if (place) void navigate(place.to);
      else if (event.key === '?') dialog.current?.showModal();
      else if (event.key === '/') {
        event.preventDefault();
        document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [navigate, places]);
  return (
    <dialog ref={dialog} aria-labelledby="shortcuts-title">
      <div className="stack">
        <h2 id="shortcuts-title">{t('shortcuts.title')}</h2>
        <dl className="facts">
          {places.map((place, i) => (
            <div key={place.to} style={{ display: 'contents' }}>
              <dt>
                <kbd>{i + 1}</kbd>
              </dt>
              <dd>{place.label}</dd>
            </div>
          ))}
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{t('shortcuts.search')}</dd>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t('shortcuts.this')}</dd>
        </dl>
        <form method="dialog">
          <button className="button" type="submit">
            {t('shortcuts.close')}
          </button>
        </form>
      </div>
    </dialog>
  );
}

import { useSyncExternalStore } from 'react';

let said = '';
let clearing: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(text: string): void {
  said = text;
  for (const listener of listeners) listener();
}

/** Says something politely to those who listen to the screen. A sentence said again is heard again. */
export function announce(text: string): void {
  clearTimeout(clearing);
  show('');
  setTimeout(() => show(text), 50);
  clearing = setTimeout(() => show(''), 8000);
}

/** The one polite live region of an app. */
export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <div className="hidden-visually" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}

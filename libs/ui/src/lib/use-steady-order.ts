import { useLayoutEffect, useState } from 'react';

/** Put on the list whose rows are kept in order, with a `tabIndex` of -1: it takes the focus of a row that goes. */
export const steadyList = { 'data-steady': true, tabIndex: -1 } as const;

const listOnScreen = () => document.querySelector<HTMLElement>('[data-steady]');

/**
 * The rows in the order in which they stand on the screen while somebody has scrolled to them or uses one: new ones come
 * last, so that nothing moves under a finger or a focus. Otherwise, and when the screen is opened again, in their own.
 */
export function useSteadyOrder<Row>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  const [shown, setShown] = useState({ rows, order: rows.map(idOf), hadFocus: false });
  if (shown.rows !== rows) {
    const list = listOnScreen();
    const hadFocus = list?.contains(document.activeElement) ?? false;
    const isInUse = hadFocus || scrollY > 0 || (list?.getBoundingClientRect().top ?? 0) < 0;
    const ids = rows.map(idOf);
    setShown({ rows, order: isInUse ? keptOrder(shown.order, ids) : ids, hadFocus });
  }
  useLayoutEffect(() => {
    if (shown.hadFocus && document.activeElement === document.body)
      listOnScreen()?.focus({ preventScroll: true });
  }, [shown]);
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return shown.order.flatMap((id) => byId.get(id) ?? []);
}

/** Those that stood there as they stood, and then those that came. */
export function keptOrder(before: readonly string[], now: readonly string[]): string[] {
  return [...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))];
}

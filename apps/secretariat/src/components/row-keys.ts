/** The rows of the list on the screen that keys may walk through, in order. */
const rows = () => [...document.querySelectorAll<HTMLElement>('main [data-row]')];

const current = () => document.activeElement?.closest('tr, li, article') ?? null;

/** Moves the focus through the rows of the list: `j` onwards, `k` back. */
function walk(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row.closest('tr, li, article') === current());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** What a key does to the list on the screen; each is named in the list of keys. */
export const rowKeys: Readonly<Record<string, () => void>> = {
  j: () => walk(1),
  k: () => walk(-1),
  x: () => current()?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click(),
  a: () => document.querySelector<HTMLElement>('main [data-actions] :is(button, select, input)')?.focus(),
  '/': () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus(),
  Escape: () => document.querySelector<HTMLElement>('main [data-close]')?.click(),
};

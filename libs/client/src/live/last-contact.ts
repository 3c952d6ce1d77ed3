const name = 'forum-heard-at';

/** When this device heard the forum last, in milliseconds since 1970 by the forum's clock; null if it never did. */
export function lastContact(): number | null {
  try {
    const at = Number(localStorage.getItem(name));
    return at > 0 ? at : null;
  } catch {
    return null;
  }
}

/** Remembers it, so that a page that is loaded without network can say since when it has heard nothing. */
export function keepLastContact(at: number): void {
  try {
    localStorage.setItem(name, String(Math.round(at)));
  } catch {
    // Without a store the page says that it is offline, and not since when.
  }
}

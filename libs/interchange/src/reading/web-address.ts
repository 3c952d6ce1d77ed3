/**
 * The address as written, if it is an absolute `http` or `https` address, else null.
 * Anything else (`javascript:`, `data:`, a path) must not become a link on a screen.
 */
export function webAddress(text: string): string | null {
  const address = text.trim();
  return /^https?:\/\/[^\s"<>\p{Cc}]+$/iu.test(address) && parses(address) ? address : null;
}

/** Not `URL.canParse`: on Node 20 it takes Latin-1 strings for UTF-8 and refuses `https://zügli.app`. */
function parses(address: string): boolean {
  try {
    return new URL(address).hostname !== '';
  } catch {
    return false;
  }
}

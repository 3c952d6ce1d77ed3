const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The text with its HTML character references resolved once, `R&amp;D` to `R&D`: lists copied from web pages keep them.
 * References other than the five of XML, `&nbsp;` and the numeric ones stay as they are.
 */
export function resolveReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (all, decimal, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? all;
      const point = decimal ? Number(decimal) : parseInt(String(hex), 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

/**
 * The `Content-Disposition` of a file that a browser shall save and never show (RFC 6266): the name in ASCII for those
 * that know no better, and whole in UTF-8 (RFC 8187). Nothing in it ends the header or its quotes.
 */
export function savedAs(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  // encodeURIComponent leaves these, which RFC 8187 does not allow as they are.
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/**
 * The letters of a sign-in code: Crockford's Base32, which has neither I, L, O nor U, so that nothing looks like
 * something else on paper, and 32 divides the values of a byte evenly.
 */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many letters a sign-in code has: 40 bits, used once, within ten minutes, few tries. */
export const codeLength = 8;

/**
 * The code that random bytes stand for, five bits of each.
 *
 * @param bytes at least eight bytes from a cryptographic source; more are ignored
 * @throws RangeError when there are fewer
 */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length < codeLength)
    throw new RangeError(`A sign-in code needs ${codeLength} bytes, not ${bytes.length}.`);
  return Array.from(bytes.subarray(0, codeLength), (byte) => codeAlphabet.charAt(byte % 32)).join('');
}

/** A code as people read it: `K7MX-2P9R`. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The code that somebody meant by what they typed: any case or width, with spaces and dashes anywhere, O for 0, I and L
 * for 1. Null when it cannot be a code at all.
 */
export function normaliseCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200b\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter))
    ? code
    : null;
}

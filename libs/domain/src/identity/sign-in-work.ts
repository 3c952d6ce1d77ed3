/** How many codes were asked for, when another one is. */
export interface CodesAsked {
  /** For the same address in a quarter of an hour, by devices that its owner has not used. */
  readonly toAddress: number;
  /** For all addresses in ten minutes. */
  readonly recently: number;
}

/** What is asked for without any work: more than a person mistypes, and more than sign in at once on a usual day. */
export const freeCodes = { toAddress: 5, recently: 600 } as const;

/** The least and the most work, in bits: each bit doubles it. A phone tries about 100,000 a second. */
export const workBits = { least: 14, most: 19 } as const;

/**
 * How much work a browser has to do before one more code is sent: none as long as few are asked for, then more with
 * each to the same address, and with each doubling of all. It has an end, so nobody can lock another person out: the
 * most takes a phone some seconds. It does not depend on whether the forum knows the address.
 *
 * @returns leading zero bits that the hash of the solution needs
 */
export function workFor({ toAddress, recently }: CodesAsked): number {
  const address = toAddress < freeCodes.toAddress ? 0 : workBits.least + toAddress - freeCodes.toAddress;
  const flood =
    recently < freeCodes.recently ? 0 : workBits.least + Math.floor(Math.log2(recently / freeCodes.recently));
  return Math.min(workBits.most, Math.max(address, flood));
}

/** What is hashed with SHA-256 for the solution of a puzzle. */
export const solutionOf = (puzzle: string, nonce: number): string => `${puzzle}:${nonce}`;

/** Whether a hash begins with so many zero bits. */
export function beginsWithZeros(hash: Uint8Array, bits: number): boolean {
  const whole = Math.floor(bits / 8);
  const rest = bits % 8;
  return (
    hash.length * 8 >= bits &&
    hash.subarray(0, whole).every((byte) => byte === 0) &&
    (rest === 0 || (hash[whole] ?? 255) >> (8 - rest) === 0)
  );
}

/** Codes that leave in a minute even when the mail server takes seconds for each. */
const slowestPace = 40;

/**
 * Within how many minutes a code arrives at the latest, as it is told to everybody alike: from 2, and at most the 10 for
 * which it is valid.
 *
 * @param waiting codes that wait to be sent
 */
export function minutesUntilCode(waiting: number): number {
  return Math.min(10, 2 + Math.floor(waiting / slowestPace));
}

import { DomainError } from '../errors.ts';

/** Digits after the point that amounts may have. */
const places = 6;

/**
 * A decimal written as text, as a whole number of millionths, exactly. No floating point is involved: 0.1 + 0.2 is 0.3.
 *
 * @throws DomainError `worksheet.amount` for anything but digits with at most six after a point, such as `1250000.50`
 */
export function millionths(text: string): bigint {
  const parts = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text);
  if (!parts) {
    throw new DomainError(
      'worksheet.amount',
      { value: text },
      `"${text}" is not an amount; write digits with at most six after a point, such as 1250000.50.`,
    );
  }
  return BigInt((parts[1] ?? '') + (parts[2] ?? '').padEnd(places, '0'));
}

/** A whole number of millionths as a decimal, without needless zeros: `12.5`. */
export function decimalOf(value: bigint): string {
  const digits = value.toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${fraction ? `.${fraction}` : ''}`;
}

/**
 * Orders two decimals: negative when `a` is less.
 *
 * @throws DomainError `worksheet.amount` when either is none
 */
export function compareDecimals(a: string, b: string): number {
  const [one, other] = [millionths(a), millionths(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

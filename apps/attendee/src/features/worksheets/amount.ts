const decimal = /^\d{1,15}(\.\d{1,6})?$/;

/** Whether a text is an amount as the forum takes it: digits with at most six after a point. */
export const isAmount = (text: string): boolean => decimal.test(text);

/** An amount rounded down to hundredths: of what may be added, never more than there is. */
export const hundredthsDown = (amount: string): string => amount.replace(/(\.\d{2})\d+$/, '$1');

/** An amount as people of a language write it; exactly, whatever its length. */
export function amountIn(amount: string, language: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language);
  const point = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return `${format.format(BigInt(whole))}${fraction && point + fraction}`;
}

/** How large a file is, in the reader's language: `3.4 MB`, `12 kB`; never nothing for something. */
export function sizeIn(bytes: number, language: string): string {
  const isLarge = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}

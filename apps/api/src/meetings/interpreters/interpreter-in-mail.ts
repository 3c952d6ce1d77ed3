import { type Meeting } from '@forum/contract/meetings';

/** Who interprets, as one line in the reader's language; empty for nobody. */
export function interpreterInMail(interpreter: Meeting['interpreter'], language: string): string {
  if (!interpreter) return '';
  const reader = language.startsWith('ko') ? 'ko' : 'en';
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const known = interpreter.languages.map((tag) => names.of(tag) ?? tag).join(', ');
  return `${reader === 'ko' ? '통역' : 'Interpreter'}: ${interpreter.name} (${known})`;
}

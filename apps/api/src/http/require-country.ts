import { countryCode } from '@forum/interchange/firms/country-code';
import { refuseField } from './refuse-field.ts';

/** Refuses two letters that no country has. */
export function requireCountry(path: string, code: string): void {
  if (countryCode(code) === code) return;
  throw refuseField(path, code, 'is the code of no country; take one of ISO 3166-1, such as KR');
}

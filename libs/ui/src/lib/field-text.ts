import { fieldRules, type RefusedField } from '@forum/contract/problem';
import type { i18n } from 'i18next';

const rules: readonly string[] = fieldRules;

/** What is to be changed about a field, in the reader's words; the server's own remedy is English. */
export function fieldText({ rule = '', limit, remedy }: RefusedField, { t, language }: i18n): string {
  if (rules.includes(rule)) return t(`field.${rule}`, { count: limit ?? 0 });
  return language === 'en' ? remedy : t('field.malformed');
}

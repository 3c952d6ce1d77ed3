import { problemIn } from '@forum/client/http';
import { useTranslation } from 'react-i18next';

/** What the server refused of each field of a form, for the field itself; null where nothing was. */
export function useFieldErrors(error: Error | null): (field: string) => string | null {
  const { t, i18n } = useTranslation();
  const fields = (error && problemIn(error).fields) ?? [];
  return (field) => {
    const refused = fields.find(({ path }) => path === field || path === `body.${field}`);
    if (!refused) return null;
    // The server tells the remedy in English.
    return i18n.language === 'en' ? refused.remedy : t('desk.refused-value', { value: refused.value });
  };
}
